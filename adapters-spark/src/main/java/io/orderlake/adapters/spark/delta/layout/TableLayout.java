package io.orderlake.adapters.spark.delta.layout;

import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.TableSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a table looks like.
 *
 * @param id which table
 * @param schema all columns; the partition column last
 * @param partitionColumn the one column that files are partitioned by
 * @param statistics columns whose least and greatest value are noted per file, so that readers can
 *     skip files; strings and longs only
 * @param distinct columns whose values hardly ever repeat, so that a dictionary of them only costs
 * @param properties Delta table properties; {@link LayoutVersion#PROPERTY} from the second layout
 *     on
 */
public record TableLayout(
    TableId id,
    StructType schema,
    String partitionColumn,
    List<String> statistics,
    List<String> distinct,
    Map<String, String> properties) {

  /**
   * The layout of a table of the catalogue.
   *
   * @param more properties beside those that say the layout's version and what is noted per file
   */
  public static TableLayout of(
      TableSchema table, List<String> statistics, List<String> distinct, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(more);
    properties.put("delta.checkpointInterval", "100");
    if (!statistics.isEmpty()) {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", statistics));
    }
    if (!table.layout().equals(LayoutVersion.FIRST)) {
      properties.put(LayoutVersion.PROPERTY, Integer.toString(table.layout().number()));
    }
    return new TableLayout(
        table.id(),
        SparkColumns.of(table.all()),
        table.partition().name(),
        statistics,
        distinct,
        Map.copyOf(properties));
  }

  /** Which version of the table's layout this is. */
  public LayoutVersion version() {
    return LayoutVersion.stored(properties.get(LayoutVersion.PROPERTY), id.path());
  }

  /** The columns that are in the files, without the partition column. */
  public StructType dataSchema() {
    StructType data = new StructType();
    for (StructField field : schema.fields()) {
      if (!field.name().equals(partitionColumn)) {
        data = data.add(field);
      }
    }
    return data;
  }
}
