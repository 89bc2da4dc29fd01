package io.orderlake.protocol.lake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.collection.SortedMap;

/**
 * What runs count. {@value #UPKEEP} is written of maintenance alone, {@value #JUDGED_BY_RULE_SET}
 * of runs that judged something; what was written before these two were recorded has neither.
 * {@code lines} is written where there are more lines than records. All else has always been
 * written and must be there.
 */
public final class CountsJson {
  /** Records by reason code. */
  public static final String QUARANTINED_BY_REASON = "quarantined_by_reason";

  /** Records that passed, by the code of the warning. */
  public static final String WARNINGS = "warnings";

  /** Silver rows added to each Gold table. */
  public static final String EVENTS_FOLDED = "events_folded";

  /** Gold cells added or changed, by Gold table. */
  public static final String CELLS_CHANGED = "cells_changed";

  /** Files and bytes that maintenance replaced, wrote or removed, by what was done. */
  public static final String UPKEEP = "upkeep";

  /** Records read, by the version of the rules that judged them. */
  public static final String JUDGED_BY_RULE_SET = "judged_by_rule_set";

  private static final String READ = "read";
  private static final String LINES = "lines";

  private CountsJson() {}

  /**
   * {@code {"read":…,"refined":…,"quarantined":…,"duplicates":…}}, with {@code lines} behind {@code
   * read} where records were taken apart.
   */
  public static ObjectNode write(Conservation sums) {
    ObjectNode node = StrictJson.object().put(READ, sums.read());
    if (sums.furtherLines() != 0) {
      node.put(LINES, sums.lines());
    }
    return node.put("refined", sums.refined())
        .put("quarantined", sums.quarantined())
        .put("duplicates", sums.duplicates());
  }

  /** The sums, with everything else a run counts beside them. */
  public static ObjectNode write(RunReport report) {
    ObjectNode node = write(report.conservation());
    node.set(QUARANTINED_BY_REASON, byName(report.quarantinedByReason()));
    node.set(WARNINGS, byName(report.warnings()));
    node.put(EVENTS_FOLDED, report.eventsFolded());
    node.set(CELLS_CHANGED, byName(report.cellsChanged()));
    if (report.upkeep().nonEmpty()) {
      node.set(UPKEEP, byName(report.upkeep()));
    }
    if (report.judgedByRuleSet().nonEmpty()) {
      node.set(JUDGED_BY_RULE_SET, byName(report.judgedByRuleSet()));
    }
    return node;
  }

  /** Counts under names of their own. */
  public static ObjectNode byName(SortedMap<String, Long> counts) {
    ObjectNode node = StrictJson.object();
    counts.forEach((name, count) -> node.put(name, count));
    return node;
  }

  /** An object of the sums and nothing else. */
  public static Conservation readSums(StrictObject node) throws MalformedJson {
    Conservation sums = sums(node);
    node.nothingElse();
    return sums;
  }

  public static RunReport readReport(StrictObject node) throws MalformedJson {
    RunReport report =
        new RunReport(
            sums(node),
            node.counts(QUARANTINED_BY_REASON),
            node.counts(WARNINGS),
            node.whole(EVENTS_FOLDED, 0),
            node.counts(CELLS_CHANGED),
            node.countsIfAny(UPKEEP),
            node.countsIfAny(JUDGED_BY_RULE_SET));
    node.nothingElse();
    return report;
  }

  /** The sums in an object that has other fields, too. */
  public static Conservation sums(StrictObject node) throws MalformedJson {
    long read = node.whole(READ, 0);
    return new Conservation(
        read,
        Math.subtractExact(node.wholeIfAny(LINES, read).getOrElse(read), read),
        node.whole("refined", 0),
        node.whole("quarantined", 0),
        node.whole("duplicates", 0));
  }
}
