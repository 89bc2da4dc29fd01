package io.orderlake.adapters.filesystem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** The parts that results, journal and lake versions have in common. */
public final class ReportJson {
  private ReportJson() {}

  /** {@code {"read":…,"refined":…,"quarantined":…,"duplicates":…}}. */
  public static ObjectNode write(Conservation sums) {
    return StrictJson.object()
        .put("read", sums.read())
        .put("refined", sums.refined())
        .put("quarantined", sums.quarantined())
        .put("duplicates", sums.duplicates());
  }

  /** The sums, with everything else a run counts beside them. */
  public static ObjectNode write(RunReport report) {
    ObjectNode node = write(report.conservation());
    node.set("quarantined_by_reason", counts(report.quarantinedByReason()));
    node.set("warnings", counts(report.warnings()));
    node.put("events_folded", report.eventsFolded());
    node.set("cells_changed", counts(report.cellsChanged()));
    if (report.upkeep().nonEmpty()) {
      node.set("upkeep", counts(report.upkeep()));
    }
    if (report.judgedByRuleSet().nonEmpty()) {
      node.set("judged_by_rule_set", counts(report.judgedByRuleSet()));
    }
    return node;
  }

  /** {@code {"silver/orders":{"version":…,"position":…},…}}. */
  public static ObjectNode write(SortedMap<TableId, TableState> tables) {
    ObjectNode node = StrictJson.object();
    tables.forEach(
        (id, state) ->
            node.putObject(id.path())
                .put("version", state.version())
                .put("position", state.position()));
    return node;
  }

  public static Conservation readSums(StrictObject node) throws MalformedJson {
    Conservation sums = sums(node);
    node.nothingElse();
    return sums;
  }

  public static RunReport readReport(StrictObject node) throws MalformedJson {
    RunReport report =
        new RunReport(
            sums(node),
            node.counts("quarantined_by_reason"),
            node.counts("warnings"),
            node.whole("events_folded", 0),
            node.counts("cells_changed"),
            node.countsIfAny("upkeep"),
            node.countsIfAny("judged_by_rule_set"));
    node.nothingElse();
    return report;
  }

  public static SortedMap<TableId, TableState> readTables(StrictObject node) throws MalformedJson {
    SortedMap<TableId, TableState> tables = TreeMap.empty();
    for (String path : node.names()) {
      StrictObject state = node.object(path);
      tables =
          tables.put(
              table(path),
              new TableState(
                  state.whole("version", 0), state.whole("position", TableState.NOTHING_READ)));
      state.nothingElse();
    }
    return tables;
  }

  /** The table of that name. */
  public static TableId table(String path) throws MalformedJson {
    try {
      return new TableId(path);
    } catch (IllegalArgumentException e) {
      throw new MalformedJson("not a table of the lake: '" + path + "'");
    }
  }

  private static Conservation sums(StrictObject node) throws MalformedJson {
    return new Conservation(
        node.whole("read", 0),
        node.whole("refined", 0),
        node.whole("quarantined", 0),
        node.whole("duplicates", 0));
  }

  private static ObjectNode counts(SortedMap<String, Long> counts) {
    ObjectNode node = StrictJson.object();
    counts.forEach((name, count) -> node.put(name, count));
    return node;
  }
}
