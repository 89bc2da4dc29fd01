package io.orderlake.adapters.delta.bronze;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.adapters.delta.lake.StoredRecords;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The Bronze of a lake, as an ingest would write it.
 *
 * @param lake the lake's directory
 */
public record BronzeTable(Path lake) {
  private static final int INGEST_DAY = 20_000;
  private static final StructType SCHEMA = RecordColumns.schema().add("ingest_date", DateType.DATE);

  Path root() {
    return lake.resolve("bronze/orders");
  }

  DeltaTableWriter writer(StructType schema) {
    return new DeltaTableWriter(root(), schema, "ingest_date");
  }

  /** Commits these positions, and no record. */
  long commit(Map<String, Long> positions) {
    return writer(SCHEMA).commit(Set.of(), Map.of(), positions);
  }

  /** Commits next offsets, and no record. */
  long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    Map<String, Long> positions = new HashMap<>();
    positions.put("orderlake/bronze/sequence", sequence);
    nextOffsets.forEach(
        (partition, next) -> {
          positions.put(position(partition), next);
          positions.put(
              "orderlake/bronze/" + partition.topic() + "/partitions", 1L + partition.partition());
        });
    return commit(positions);
  }

  static String position(TopicPartition partition) {
    return "orderlake/bronze/" + partition.topic() + "/" + partition.partition();
  }

  long accept(OffsetGap gap) {
    String partition = position(gap.partition());
    return commit(Map.of(partition, gap.until(), partition + "/gap/" + gap.from(), gap.until()));
  }

  long end(TopicPartition partition, long end) {
    String position = position(partition);
    return commit(Map.of(position, end + 2, position + "/after", end));
  }

  /** Appends in one commit. */
  public long append(long sequence, List<BronzeRecord> records) {
    List<Map<Integer, Object>> rows = records.stream().map(record -> row(record, SCHEMA)).toList();
    return writer(SCHEMA)
        .commit(
            Set.of(),
            rows.isEmpty() ? Map.of() : partition(rows),
            sequence == TableState.NOTHING_READ
                ? Map.of()
                : Map.of("orderlake/bronze/sequence", sequence));
  }

  static Map<Literal, List<Map<Integer, Object>>> partition(List<Map<Integer, Object>> rows) {
    return Map.of(Literal.ofDate(INGEST_DAY), rows);
  }

  /** The row of a record under a schema that has the partition's column. */
  static Map<Integer, Object> row(BronzeRecord record, StructType schema) {
    Map<Integer, Object> row = new HashMap<>(StoredRecords.row(record));
    row.put(schema.indexOf("ingest_date"), INGEST_DAY);
    return row;
  }

  Path commitFile(long version) {
    return root().resolve(String.format(Locale.ROOT, "_delta_log/%020d.json", version));
  }

  void deleteCommits(int from, int before) throws IOException {
    for (int version = from; version < before; version++) {
      Files.delete(commitFile(version));
    }
  }
}
