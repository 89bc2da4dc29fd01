package io.orderlake.bootstrap.up;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** What a running lakehouse has done, on one line. */
public final class UpBoard {
  private final LakeVersions versions;
  private final boolean producing;
  private volatile @Nullable IngestProgress ingested;
  private volatile @Nullable DeliveryCounts published;
  private String told = "";

  /**
   * A board with nothing on it yet.
   *
   * @param rate of the producer, 0 when there is none
   */
  public UpBoard(LakeVersions versions, double rate) {
    this.versions = versions;
    this.producing = rate > 0;
  }

  public void ingested(IngestProgress progress) {
    ingested = progress;
  }

  public void published(DeliveryCounts counts) {
    published = counts;
  }

  /** The line as of now, if it is another one than this told the last time. */
  public Option<String> changedLine() {
    String line = line();
    boolean changed = !line.equals(told);
    told = line;
    return Option.when(changed, line);
  }

  /** The line as of now. */
  public String line() {
    return producer() + bronze() + " · " + lake(versions.latest());
  }

  private String producer() {
    DeliveryCounts counts = published;
    return producing && counts != null
        ? "produced " + Numbers.count(counts.acknowledged()) + " · "
        : "";
  }

  private String bronze() {
    IngestProgress progress = ingested;
    if (progress == null) {
      return "Bronze +0";
    }
    String lag = progress.lag() > 0 ? " (" + Numbers.count(progress.lag()) + " to come)" : "";
    String held =
        progress.held() > 0
            ? " (" + Numbers.count(progress.held()) + " held back by an open transaction)"
            : "";
    return "Bronze +" + Numbers.count(progress.records()) + lag + held;
  }

  private static String lake(LakeVersion lake) {
    if (lake.isEmpty()) {
      return "nothing published yet";
    }
    Conservation sums = lake.totals();
    return "lake version "
        + lake.number()
        + ": "
        + Numbers.count(sums.refined())
        + " refined, "
        + Numbers.count(sums.quarantined())
        + " quarantined, "
        + Numbers.count(sums.duplicates(), "duplicate");
  }
}
