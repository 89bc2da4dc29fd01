package io.orderlake.bootstrap.cli;

import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.OffsetRange;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.vavr.collection.SortedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run read and wrote, for programs, under the names of the trigger protocol. */
final class RunLineageJson {
  private RunLineageJson() {}

  static Map<String, Object> of(RunLineage lineage) {
    Map<String, Map<String, Object>> inputs = tables(lineage.inputs());
    if (lineage.offsets().nonEmpty()) {
      inputs
          .getOrDefault(TableId.BRONZE_ORDERS.path(), new LinkedHashMap<>())
          .put("offsets", offsets(lineage.offsets()));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inputs", inputs);
    json.put("outputs", tables(lineage.outputs()));
    json.put("rule_sets", lineage.ruleSets().toJavaList());
    return json;
  }

  private static Map<String, Map<String, Object>> tables(SortedMap<TableId, Versions> tables) {
    Map<String, Map<String, Object>> json = new LinkedHashMap<>();
    tables.forEach(
        (id, versions) -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("after", versions.after());
          fields.put("up_to", versions.upTo());
          json.put(id.path(), fields);
        });
    return json;
  }

  private static Map<String, Map<String, Object>> offsets(
      SortedMap<TopicPartition, OffsetRange> offsets) {
    Map<String, Map<String, Object>> json = new TreeMap<>();
    offsets.forEach(
        (partition, range) -> {
          Map<String, @Nullable Object> fields = new LinkedHashMap<>();
          fields.put("from", range.from().getOrNull());
          fields.put("until", range.until());
          json.computeIfAbsent(partition.topic(), topic -> new LinkedHashMap<>())
              .put(Integer.toString(partition.partition()), fields);
        });
    return json;
  }
}
