package io.orderlake.application.metrics;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.KeptFold;
import io.vavr.collection.Seq;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the journal tells, folded on from where it was read the last time; at first from where a
 * fold was kept, if one was. Reading on from there may take long; who asks meanwhile is told so and
 * does not wait.
 */
final class JournalCollector implements Collector {
  private final JournalReader journal;
  private final KeptFold kept;
  private final long every;
  private final Seq<String> tables;
  private final String version;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile boolean isKnown;
  private volatile long read;
  private long keptUpTo;
  private JournalFold fold;

  /**
   * One that has read nothing yet.
   *
   * @param kept where the fold is kept for whoever starts next
   * @param every so many events it is
   * @param tables every table of the lake
   */
  JournalCollector(JournalReader journal, KeptFold kept, long every, Seq<TableId> tables) {
    this.journal = journal;
    this.kept = kept;
    this.every = every;
    this.tables = tables.map(TableId::path);
    this.version = JournalFold.version(this.tables);
    this.fold = new JournalFold(this.tables);
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public boolean looks() {
    return false;
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
      return fold.metrics();
    } finally {
      reading.unlock();
    }
  }

  private void take() {
    if (isKnown) {
      reading.lock();
    } else if (!reading.tryLock()) {
      throw LakeFailure.because(
          FailureCause.BUSY, "the run journal is being read, " + read + " lines so far");
    }
  }

  /** To its end, so that nobody takes a history that is being read for something that happens. */
  private void readOn() {
    if (read == 0) {
      kept.read().filter(folded -> folded.version().equals(version)).forEach(this::goOnFrom);
    }
    for (JournalReader.Page page = journal.after(read);
        page.last() > read;
        page = journal.after(read)) {
      page.events().forEach(fold::add);
      read = page.last();
    }
    isKnown = true;
    if (read - keptUpTo >= every) {
      keptUpTo = read;
      kept.keep(new KeptFold.Folded(version, read, fold.state()));
    }
  }

  private void goOnFrom(KeptFold.Folded folded) {
    JournalFold.of(tables, folded.state())
        .forEach(
            known -> {
              fold = known;
              read = folded.number();
              keptUpTo = read;
            });
  }
}
