package io.orderlake.benchmarks.history;

import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.Conservation;
import java.nio.file.Path;

/** A lake with a history, to which new records come. */
public final class HistoryLake implements AutoCloseable {
  private final HistoryPlan plan;
  private final Path data;
  private final Lakehouse lake;
  private final String backlog;
  private int batches;

  HistoryLake(HistoryPlan plan, Path data, Lakehouse lake, String backlog) {
    this.plan = plan;
    this.data = data;
    this.lake = lake;
    this.backlog = backlog;
  }

  public HistoryPlan plan() {
    return plan;
  }

  /** Its directory. */
  public Path data() {
    return data;
  }

  /** Its ports and use cases. */
  public Lakehouse wired() {
    return lake;
  }

  /** What refining the history took, as a sentence. */
  public String backlog() {
    return backlog;
  }

  /**
   * Stores that many new records in Bronze, in one commit.
   *
   * @return what must become of them
   */
  public Conservation add(int records, Screen screen) {
    NewRecords batch = new NewRecords(plan, batches++, records);
    new BronzeHistory(lake, screen).add(batch);
    return batch.expected();
  }

  @Override
  public void close() throws Exception {
    lake.close();
  }
}
