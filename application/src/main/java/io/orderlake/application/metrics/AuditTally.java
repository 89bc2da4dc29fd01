package io.orderlake.application.metrics;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.run.RunEvent.RunFailed;
import io.orderlake.domain.run.RunEvent.RunSucceeded;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;

/**
 * The last verdict. One that was asked to look at a part of the lake and found nothing wrong says
 * nothing of the rest, and one that was broken off says nothing at all.
 */
final class AuditTally {
  private static final String STATE = "audit";
  private static final String DIFFERENCE = "audit-difference";

  private final Seq<String> tables;
  private Instant at = Instant.EPOCH;
  private boolean passed;
  private long version;
  private boolean isExplained = true;
  private SortedMap<TableId, Long> differences = TreeMap.empty();

  /**
   * No verdict yet.
   *
   * @param tables every table of the lake
   */
  AuditTally(Seq<String> tables) {
    this.tables = tables.append(Counts.OTHER);
  }

  void succeeded(RunSucceeded event, boolean ofAll) {
    if (ofAll) {
      at = event.at();
      passed = true;
      found(TreeMap.empty(), true);
      version = event.outcome().lakeVersion();
    }
  }

  void failed(RunFailed event) {
    if (event.failure().category() == RunFailure.Category.CORRUPTION) {
      at = event.at();
      passed = false;
      found(event.failure().differences(), event.failure().differences().nonEmpty());
    }
  }

  private void found(SortedMap<TableId, Long> byTable, boolean says) {
    differences = byTable;
    isExplained = says;
  }

  void write(FoldLines out) {
    out.add(STATE, at, passed, version, isExplained);
    differences.forEach((table, count) -> out.add(DIFFERENCE, table, count));
  }

  /** True when the line was one of its own, and has been taken in. */
  boolean read(List<String> line) {
    if (line.head().equals(STATE)) {
      at = Instant.parse(line.get(1));
      passed = Boolean.parseBoolean(line.get(2));
      version = Long.parseLong(line.get(3));
      isExplained = Boolean.parseBoolean(line.get(4));
      return true;
    }
    if (line.head().equals(DIFFERENCE)) {
      differences = differences.put(new TableId(line.get(1)), Long.valueOf(line.get(2)));
      return true;
    }
    return false;
  }

  Seq<Metric> metrics() {
    return List.<Metric>of(
            Metric.of(RunFamilies.AUDIT_TIME, Labels.seconds(at)),
            Metric.of(RunFamilies.AUDIT_PASSED, passed ? 1 : 0),
            Metric.of(RunFamilies.AUDIT_VERSION, version))
        .appendAll(isExplained ? List.of(differences()) : List.empty());
  }

  private Metric differences() {
    Counts counts = new Counts(RunFamilies.AUDIT_DIFFERENCES, tables);
    differences.forEach((table, count) -> counts.add(count, table.path()));
    return counts.metric();
  }
}
