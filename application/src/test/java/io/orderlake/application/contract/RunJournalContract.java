package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal keeps. */
public abstract class RunJournalContract {
  private static final RunId A = new RunId("a");
  private static final RunId B = new RunId("b");
  private RunJournal journal;

  /** The same journal, empty at first, at every call within one test. */
  protected abstract RunJournal open();

  @BeforeEach
  void openIt() {
    journal = open();
    assertThat(journal.mend()).isEmpty();
  }

  @Test
  void every_kind_of_event_is_read_back_as_it_was_recorded() {
    everyKind().forEach(journal::append);

    assertThat(journal.recent(100)).isEqualTo(everyKind());
    assertThat(open().recent(100)).isEqualTo(everyKind());
  }

  @Test
  void a_run_s_history_holds_its_own_events_in_their_order() {
    everyKind().forEach(journal::append);

    assertThat(open().history(B))
        .isEqualTo(
            everyKind().filter(e -> e.stream(run -> run.runId().equals(B), runner -> false)));
    assertThat(open().history(new RunId("c"))).isEmpty();
  }

  @Test
  void the_newest_events_are_those_recorded_last() {
    everyKind().forEach(journal::append);

    assertThat(journal.recent(3)).isEqualTo(everyKind().takeRight(3));
    assertThat(journal.recent(0)).isEmpty();
  }

  @Test
  void a_restarted_runner_goes_on_where_the_last_one_ended() {
    everyKind().take(4).forEach(journal::append);
    RunJournal restarted = open();
    assertThat(restarted.mend()).isEmpty();
    everyKind().drop(4).forEach(restarted::append);

    assertThat(open().recent(100)).isEqualTo(everyKind());
  }

  @Test
  void as_many_events_as_promised_are_searched() {
    journal.append(new RunEvent.RunClaimed(1, NOON, A));
    for (int i = 1; i < RunJournal.EVENTS_SEARCHED; i++) {
      journal.append(new RunEvent.RunAbandoned(1, NOON, B, "x".repeat(2000)));
    }

    assertThat(open().history(A)).hasSize(1);
  }

  private static List<JournalEvent> everyKind() {
    Instant at = NOON;
    return List.of(
        new RunnerEvent.RunnerTookOver(1, at, "12@here"),
        new RunnerEvent.JournalMended(1, at, "12 bytes of …"),
        new RunEvent.RunRequested(1, at, Runs.request("a")),
        new RunEvent.RunClaimed(1, at.plusSeconds(1), A),
        new RunEvent.RunStarted(1, at.plusNanos(1000), A, 3),
        new RunEvent.RunAbandoned(2, at, A, "runner 1 died"),
        new RunEvent.RunSucceeded(
            2,
            at,
            A,
            new RunOutcome(
                Runs.report(),
                TreeMap.of(TableId.QUARANTINE, new TableState(0, -1)),
                9,
                Option.none())),
        new RunEvent.RunSucceeded(
            2, at, A, Runs.outcome().withLineage(Option.some(Runs.lineage()))),
        new RunEvent.RunFailed(
            2, at, B, new RunFailure(RunFailure.Category.CORRUPTION, "\u2028 \" \\ \n")),
        new RunEvent.RunRejected(2, at, B, "", "no"),
        new RunnerEvent.FileRejected(2, at, "ü .json", "no"),
        new RunnerEvent.RunnerStoodDown(2, at));
  }
}
