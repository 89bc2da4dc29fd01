package io.orderlake.application.ingest;

import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * Stores the records of several topics in one Bronze: each topic has an ingest of its own. What is
 * told is what all of them have done. When one of them ends, all do, since nothing of a topic is
 * skipped in silence.
 */
public final class IngestTopics implements BronzeIngest {
  private final SortedMap<String, BronzeIngest> ingests;

  /**
   * Over these ingests.
   *
   * @param ingests by their topic, at least one; into the same Bronze
   */
  public IngestTopics(SortedMap<String, BronzeIngest> ingests) {
    if (ingests.isEmpty()) {
      throw new IllegalArgumentException("there is no topic to ingest");
    }
    this.ingests = ingests;
  }

  @Override
  public RunningIngest start(Duration interval, Consumer<IngestProgress> listener) {
    Told told = new Told(ingests.size(), listener);
    List<RunningIngest> running = new ArrayList<>();
    try {
      ingests.forEach(
          (topic, ingest) -> running.add(ingest.start(interval, now -> told.progress(topic, now))));
    } catch (RuntimeException | Error e) {
      closeAll(running);
      throw e;
    }
    return new AllRunning(running);
  }

  @Override
  public IngestProgress catchUp(Consumer<IngestProgress> listener) {
    Told told = new Told(ingests.size(), listener);
    ingests.forEach(
        (topic, ingest) -> told.remember(topic, ingest.catchUp(now -> told.progress(topic, now))));
    return told.all(0);
  }

  @Override
  public void acceptGap(OffsetGap gap) {
    String topic = gap.partition().topic();
    ingests
        .get(topic)
        .getOrElseThrow(
            () ->
                LakeFailure.because(
                    FailureCause.SOURCE_LOST,
                    "there is no gap "
                        + gap
                        + " to go past: this lake reads the topics "
                        + ingests.keySet().mkString(", ")
                        + "; nothing was changed"))
        .acceptGap(gap);
  }

  /** What each topic's ingest has said last, added up. Safe for use by several threads. */
  private static final class Told {
    private final int topics;
    private final Consumer<IngestProgress> listener;
    private final Map<String, IngestProgress> last = new ConcurrentSkipListMap<>();

    Told(int topics, Consumer<IngestProgress> listener) {
      this.topics = topics;
      this.listener = listener;
    }

    void remember(String topic, IngestProgress progress) {
      last.put(topic, progress);
    }

    synchronized void progress(String topic, IngestProgress progress) {
      remember(topic, progress);
      listener.accept(all(progress.batchRecords()));
    }

    /**
     * All of it; Bronze as the last that was ahead of the others has seen it.
     *
     * @param batchRecords stored by the last commit
     */
    IngestProgress all(long batchRecords) {
      IngestProgress sum = null;
      for (IngestProgress one : last.values()) {
        sum = sum == null ? one : plus(sum, one);
      }
      if (sum == null) {
        throw new IllegalStateException("no ingest has said anything");
      }
      return new IngestProgress(
          sum.records(), batchRecords, sum.lag(), sum.held(), partitions(sum), sum.state());
    }

    /** Not known before all topics are: those of one that is late have not come since. */
    private int partitions(IngestProgress sum) {
      boolean isKnown =
          last.size() == topics && last.values().stream().allMatch(one -> one.partitions() > 0);
      return isKnown ? sum.partitions() : 0;
    }

    private static IngestProgress plus(IngestProgress one, IngestProgress other) {
      boolean isUnknown =
          one.lag() == IngestProgress.UNKNOWN_LAG || other.lag() == IngestProgress.UNKNOWN_LAG;
      return new IngestProgress(
          one.records() + other.records(),
          0,
          isUnknown ? IngestProgress.UNKNOWN_LAG : one.lag() + other.lag(),
          one.held() + other.held(),
          one.partitions() + other.partitions(),
          one.state().table().version() >= other.state().table().version()
              ? one.state()
              : other.state());
    }
  }

  private record AllRunning(List<RunningIngest> running) implements RunningIngest {
    @Override
    public Option<LakeFailure> await(Duration atMost) {
      for (RunningIngest one : running) {
        Option<LakeFailure> end = one.await(atMost.dividedBy(running.size()));
        if (end.isDefined()) {
          return end;
        }
      }
      return Option.none();
    }

    @Override
    public void close() {
      closeAll(running);
    }
  }

  /** All of them, also when one cannot be closed. */
  private static void closeAll(List<RunningIngest> running) {
    RuntimeException first = null;
    for (RunningIngest one : running) {
      try {
        one.close();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
