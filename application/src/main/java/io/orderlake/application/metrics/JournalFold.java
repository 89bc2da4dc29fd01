package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Try;

/** What the journal's events come to. */
final class JournalFold {
  /** Raised when other events, or the same ones otherwise, make up what is folded. */
  private static final int REVISION = 1;

  private final RunTally runs;
  private long epoch;
  private long takeovers;

  /**
   * Of no events.
   *
   * @param tables every table of the lake
   */
  JournalFold(Seq<String> tables) {
    this.runs = new RunTally(tables);
  }

  /** That of a state; a failure when it is none. */
  static Try<JournalFold> of(Seq<String> tables, Seq<String> state) {
    return Try.of(
        () -> {
          JournalFold fold = new JournalFold(tables);
          List<String> runners = FoldLines.fields(state.head());
          fold.epoch = Long.parseLong(runners.get(0));
          fold.takeovers = Long.parseLong(runners.get(1));
          state.tail().map(FoldLines::fields).forEach(fold.runs::read);
          return fold;
        });
  }

  /** Another one where anything is counted under other names, labels or bounds. */
  static String version(Seq<String> tables) {
    String shape =
        List.of(
                RunFamilies.ALL,
                Labels.JOBS,
                Labels.CATEGORIES,
                Labels.REASONS,
                Labels.WARNINGS,
                Labels.OUTCOMES,
                tables)
            .mkString(";");
    return REVISION + "-" + Integer.toHexString(shape.hashCode());
  }

  void add(JournalEvent event) {
    if (event instanceof RunEvent run) {
      run.fold(runs);
    } else if (event instanceof RunnerEvent.RunnerTookOver tookOver) {
      takeovers++;
      epoch = Math.max(epoch, tookOver.epoch());
    } else if (event instanceof RunnerEvent.FileRejected rejected) {
      runs.rejectedFile(rejected.at());
    }
  }

  Seq<String> state() {
    FoldLines out = new FoldLines();
    out.add(epoch, takeovers);
    runs.write(out);
    return out.all();
  }

  Seq<Metric> metrics() {
    return runs.metrics()
        .append(Metric.of(RunFamilies.EPOCH, epoch))
        .append(Metric.of(RunFamilies.TAKEOVERS, takeovers));
  }
}
