package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.table.SilverColumns;
import io.orderlake.protocol.silver.RefinementCountsJson;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Silver as it was before it had a discount and a customer. */
final class FirstSilverLayout {
  private static final int COLUMNS = SilverLayout.CONTENT_HASH + 1;
  static final TableLayout LAYOUT = layout();

  private FirstSilverLayout() {}

  private static TableLayout layout() {
    Map<String, String> properties = new HashMap<>(SilverLayout.LAYOUT.properties());
    properties.remove(LayoutVersion.PROPERTY);
    StructField[] columns = Arrays.copyOf(SilverLayout.ROW.fields(), COLUMNS);
    return new TableLayout(
        SilverLayout.LAYOUT.id(),
        new StructType(columns).add(SilverLayout.LAYOUT.schema().apply(SilverColumns.EVENT_DATE)),
        SilverColumns.EVENT_DATE,
        SilverLayout.LAYOUT.statistics(),
        SilverLayout.LAYOUT.distinct(),
        properties);
  }

  /**
   * Makes the table with these rows, as if they were all that Bronze holds up to a version.
   *
   * @return the table's version
   */
  static long write(SparkSession spark, String root, List<RefinedOrder> rows, long bronzeVersion)
      throws IOException {
    LakeTable silver = LakeTable.open(spark, root, LAYOUT);
    DataFileWriters.Writer writer = silver.writers().open();
    for (RefinedOrder row : rows) {
      LocalDate date = LocalDate.ofInstant(row.eventTime(), ZoneOffset.UTC);
      writer.write(date.toString(), cut(SilverRows.row(row)));
    }
    LakeTable.open(spark, root, QuarantineLayout.LAYOUT)
        .commit(upTo(bronzeVersion, new ArrayList<>(), ""));
    return silver.commit(
        upTo(bronzeVersion, writer.close(), RefinementCountsJson.write(refined(rows.size()))));
  }

  private static RefinementCounts refined(long rows) {
    RefinementCounts zero = RefinementCounts.ZERO;
    return new RefinementCounts(
        new Conservation(rows, rows, 0, 0),
        zero.quarantinedByReason(),
        zero.warnings(),
        zero.halts());
  }

  private static TableCommit upTo(long bronzeVersion, List<DataFile> files, String metadata) {
    return TableCommit.append(
        files, SilverLayout.UPSTREAM_POSITION, TableCommit.NO_POSITION, bronzeVersion, metadata);
  }

  private static InternalRow cut(InternalRow row) {
    Object[] values = ((GenericInternalRow) row).values();
    return new GenericInternalRow(Arrays.copyOf(values, COLUMNS));
  }
}
