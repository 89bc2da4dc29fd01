package io.orderlake.domain.table;

import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** The tables that every lake has; Gold's are made from their projections. */
public final class LakeTables {
  /** In the order in which the data runs through them. */
  public static final Seq<TableSchema> FIXED =
      List.of(BronzeColumns.SCHEMA, SilverColumns.SCHEMA, QuarantineColumns.SCHEMA);

  private LakeTables() {}

  /** The layout that this program writes, and the newest that it reads. */
  public static LayoutVersion layout(TableId table) {
    return FIXED
        .find(schema -> schema.id().equals(table))
        .map(TableSchema::layout)
        .getOrElse(() -> new LayoutVersion(table.isGold() ? GoldColumns.LAYOUT : 1));
  }

  /** Those of the fixed tables that are made from that one, commit by commit. */
  public static Seq<TableId> madeFrom(TableId upstream) {
    return FIXED.filter(schema -> schema.upstream().contains(upstream)).map(TableSchema::id);
  }
}
