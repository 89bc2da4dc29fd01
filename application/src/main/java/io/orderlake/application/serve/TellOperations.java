package io.orderlake.application.serve;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a sink of runs and of the quarantine. Runs are the fold of the journal, which is read on
 * from before the oldest run that had not ended when it was told last, so whoever starts anew has
 * all that happened to them. For one thread.
 */
public final class TellOperations {
  private static final Duration TOLD = Duration.ofDays(30);

  /** How often the sink is asked whether it still has what it was told. */
  private static final Duration CHECK = Duration.ofSeconds(30);

  /** Of the time at most one part in so many goes to counting the quarantine. */
  private static final int REST = 20;

  private final LakeVersions versions;
  private final JournalReader journal;
  private final ShowQuarantine quarantine;
  private final OperationsSink sink;
  private final InstantSource clock;
  private final Map<RunId, Open> open = new LinkedHashMap<>();
  private Option<Long> read = Option.none();
  private Option<Long> counted = Option.none();
  private Instant nextCount = Instant.MIN;
  private Instant nextCheck = Instant.MIN;
  private long told;

  public TellOperations(
      LakeVersions versions,
      JournalReader journal,
      ShowQuarantine quarantine,
      OperationsSink sink,
      InstantSource clock) {
    this.versions = versions;
    this.journal = journal;
    this.quarantine = quarantine;
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * A run that has not ended.
   *
   * @param first the number of its first event
   * @param history its events
   */
  private record Open(long first, List<RunEvent> history) {}

  /**
   * Tells what has happened since it was told last, some of it where there is very much.
   *
   * @return whether there may be more of it at once
   * @throws LakeFailure when it cannot be read or told; then it is told at the next call
   */
  public boolean tell() {
    if (read.isEmpty() || isForgotten()) {
      open.clear();
      counted = Option.none();
      read = sink.told();
      told = read.getOrElse(0L);
    }
    if (read.isEmpty()) {
      return false;
    }
    tellQuarantine();
    JournalReader.Page page = journal.after(read.get());
    if (page.events().isEmpty()) {
      return false;
    }
    Option<Long> before = read;
    read = Option.none(); // until it is told
    tell(page);
    read = Option.some(page.last());
    return before.get() < page.last();
  }

  /** Somebody has had the sink begin anew. */
  private boolean isForgotten() {
    Instant now = clock.instant();
    if (now.isBefore(nextCheck)) {
      return false;
    }
    nextCheck = now.plus(CHECK);
    return !sink.told().exists(held -> held >= told);
  }

  private void tell(JournalReader.Page page) {
    Map<RunId, RunState> changed = new LinkedHashMap<>();
    long number = page.last() - page.events().size();
    for (JournalEvent event : page.events()) {
      long at = ++number;
      event.stream(
          run -> {
            take(run, at).forEach(state -> changed.put(run.runId(), state));
            return 0;
          },
          runner -> 0);
    }
    long upTo = open.values().stream().mapToLong(run -> run.first() - 1).min().orElse(page.last());
    Instant since = clock.instant().minus(TOLD);
    Seq<RunState> states =
        List.ofAll(changed.values())
            .reject(state -> state.outcome().exists(end -> end.finishedAt().isBefore(since)));
    sink.tell(states, Math.min(upTo, page.last()), since);
    told = Math.min(upTo, page.last());
  }

  /** None where the run's beginning lies before what is read: it had ended, and was told. */
  private Option<RunState> take(RunEvent event, long number) {
    Open before = open.getOrDefault(event.runId(), new Open(number, List.empty()));
    Open now = new Open(before.first(), before.history().append(event));
    Option<RunState> state = RunState.fold(event.runId(), now.history()).toOption();
    if (state.exists(known -> known.outcome().isEmpty())) {
      open.put(event.runId(), now);
    } else {
      open.remove(event.runId());
    }
    return state;
  }

  private void tellQuarantine() {
    LakeVersion lake = versions.latest();
    Option<Long> version = lake.table(TableId.QUARANTINE).map(state -> state.version());
    Instant begun = clock.instant();
    if (version.isEmpty() || version.equals(counted) || begun.isBefore(nextCount)) {
      return;
    }
    var page =
        quarantine
            .show(new ShowQuarantine.Query(Option.none(), 0, new AsOf.Version(lake.number())))
            .getOrElseThrow(LakeFailure::lasting);
    sink.tellQuarantine(lake.number(), page.byReason());
    counted = version;
    nextCount = begun.plus(Duration.between(begun, clock.instant()).multipliedBy(REST));
  }
}
