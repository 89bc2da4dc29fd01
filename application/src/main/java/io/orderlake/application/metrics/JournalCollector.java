package io.orderlake.application.metrics;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.Seq;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the journal tells, folded on from where it was read the last time. Reading all of it for the
 * first time may take long; who asks meanwhile is told so and does not wait.
 */
final class JournalCollector implements Collector {
  private final JournalReader journal;
  private final RunTally runs;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile boolean isKnown;
  private volatile long read;
  private long epoch;
  private long takeovers;

  /**
   * One that has read nothing yet.
   *
   * @param tables every table of the lake
   */
  JournalCollector(JournalReader journal, Seq<TableId> tables) {
    this.journal = journal;
    this.runs = new RunTally(tables.map(TableId::path));
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Seq<MetricFamily> families() {
    return RunFamilies.ALL;
  }

  @Override
  public Seq<Metric> collect(Look look) {
    take();
    try {
      readOn();
      return metrics();
    } finally {
      reading.unlock();
    }
  }

  private void take() {
    if (isKnown) {
      reading.lock();
    } else if (!reading.tryLock()) {
      throw LakeFailure.because(
          FailureCause.BUSY,
          "the run journal is being read from its beginning, " + read + " lines so far");
    }
  }

  private Seq<Metric> metrics() {
    return runs.metrics()
        .append(Metric.of(RunFamilies.EPOCH, epoch))
        .append(Metric.of(RunFamilies.TAKEOVERS, takeovers));
  }

  /** To its end, so that nobody takes a history that is being read for something that happens. */
  private void readOn() {
    for (JournalReader.Page page = journal.after(read);
        page.last() > read;
        page = journal.after(read)) {
      page.events().forEach(this::fold);
      read = page.last();
    }
    isKnown = true;
  }

  private void fold(JournalEvent event) {
    if (event instanceof RunEvent run) {
      run.fold(runs);
    } else if (event instanceof RunnerEvent.RunnerTookOver tookOver) {
      takeovers++;
      epoch = Math.max(epoch, tookOver.epoch());
    } else if (event instanceof RunnerEvent.FileRejected) {
      runs.rejectedFile();
    }
  }
}
