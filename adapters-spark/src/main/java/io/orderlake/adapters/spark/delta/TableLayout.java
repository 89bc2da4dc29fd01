package io.orderlake.adapters.spark.delta;

import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
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
