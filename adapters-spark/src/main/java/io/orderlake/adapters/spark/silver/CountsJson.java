package io.orderlake.adapters.spark.silver;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.spark.delta.CommitNote;
import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.silver.RefinementCounts;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of a refining as Silver's commits carry them. */
final class CountsJson {
  private static final String JUDGED_AGAIN = "judged_again";
  private static final String REBUILT_UNDER = "rebuilt_under";

  private CountsJson() {}

  static String write(RefinementCounts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("read", counts.conservation().read());
    json.put("refined", counts.conservation().refined());
    json.put("quarantined", counts.conservation().quarantined());
    json.put("duplicates", counts.conservation().duplicates());
    json.put("quarantined_by_reason", counts.quarantinedByReason().toJavaMap());
    json.put("warnings", counts.warnings().toJavaMap());
    json.put("judged_by_rule_set", counts.judgedByRuleSet().toJavaMap());
    if (counts.judgedAgain() > 0) {
      json.put(JUDGED_AGAIN, counts.judgedAgain());
    }
    counts.rebuiltUnder().forEach(ruleSet -> json.put(REBUILT_UNDER, ruleSet));
    return Json.write(json);
  }

  /** The counts of a commit; {@link RefinementCounts#ZERO} for one that refined nothing. */
  static RefinementCounts read(CommitNote commit) {
    if (commit.metadata().isEmpty()) {
      return RefinementCounts.ZERO;
    }
    JsonNode json = Json.read(commit.metadata(), "Silver's commit " + commit.version());
    return new RefinementCounts(
        new Conservation(
            json.path("read").asLong(),
            json.path("refined").asLong(),
            json.path("quarantined").asLong(),
            json.path("duplicates").asLong()),
        counts(json.path("quarantined_by_reason")),
        counts(json.path("warnings")),
        counts(json.path("judged_by_rule_set")),
        List.empty(),
        json.path(JUDGED_AGAIN).asLong(),
        Option.of(json.path(REBUILT_UNDER).textValue()));
  }

  private static SortedMap<String, Long> counts(JsonNode object) {
    SortedMap<String, Long> counts = TreeMap.empty();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      counts = counts.put(field.getKey(), field.getValue().asLong());
    }
    return counts;
  }
}
