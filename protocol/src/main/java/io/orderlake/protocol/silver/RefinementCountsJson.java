package io.orderlake.protocol.silver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.CountsJson;
import io.vavr.collection.List;

/**
 * The counts of a refining as Silver's commits carry them, but for the halts, since what halts
 * commits nothing.
 *
 * <table>
 * <caption>Fields that need not be there</caption>
 * <tr><th>field</th><th>absent from</th><th>read as</th></tr>
 * <tr><td>judged_by_rule_set</td><td>commits made before it was recorded</td><td>empty</td></tr>
 * <tr><td>judged_again</td><td>commits that judged nothing again</td><td>0</td></tr>
 * <tr><td>rebuilt_under</td><td>commits that are no rebuild</td><td>none</td></tr>
 * </table>
 */
public final class RefinementCountsJson {
  private static final String JUDGED_AGAIN = "judged_again";
  private static final String REBUILT_UNDER = "rebuilt_under";

  private RefinementCountsJson() {}

  /** On one line. */
  public static String write(RefinementCounts counts) {
    ObjectNode node = CountsJson.write(counts.conservation());
    node.set(CountsJson.QUARANTINED_BY_REASON, CountsJson.byName(counts.quarantinedByReason()));
    node.set(CountsJson.WARNINGS, CountsJson.byName(counts.warnings()));
    node.set(CountsJson.JUDGED_BY_RULE_SET, CountsJson.byName(counts.judgedByRuleSet()));
    if (counts.judgedAgain() > 0) {
      node.put(JUDGED_AGAIN, counts.judgedAgain());
    }
    counts.rebuiltUnder().forEach(ruleSet -> node.put(REBUILT_UNDER, ruleSet));
    return StrictJson.line(node);
  }

  public static RefinementCounts read(String text) throws MalformedJson {
    StrictObject node = StrictJson.read(text);
    RefinementCounts counts =
        new RefinementCounts(
            CountsJson.sums(node),
            node.counts(CountsJson.QUARANTINED_BY_REASON),
            node.counts(CountsJson.WARNINGS),
            node.countsIfAny(CountsJson.JUDGED_BY_RULE_SET),
            List.empty(),
            node.wholeIfAny(JUDGED_AGAIN, 0).getOrElse(0L),
            node.textIfAny(REBUILT_UNDER));
    node.nothingElse();
    return counts;
  }
}
