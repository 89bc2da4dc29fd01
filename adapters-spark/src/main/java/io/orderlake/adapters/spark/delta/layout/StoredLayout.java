package io.orderlake.adapters.spark.delta.layout;

import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * The layout that a stored table has, held against the one that the program knows. A table of an
 * older layout gets the columns it lacks, in one commit that touches no file; its rows read as null
 * there. Nothing else about a table is ever changed.
 */
public final class StoredLayout {
  private static final int ATTEMPTS = 10;

  private final DeltaLog log;
  private final TableLayout layout;

  /** The layout of the table with that log, beside the one that it should have. */
  public StoredLayout(DeltaLog log, TableLayout layout) {
    this.log = log;
    this.layout = layout;
  }

  /**
   * Refuses a table of a newer layout than the known one.
   *
   * @throws LakeFailure when it is newer
   */
  public static void requireKnown(Snapshot snapshot, LayoutVersion known) {
    String where = snapshot.deltaLog().dataPath().toString();
    of(snapshot).requireAtMost(known, where);
  }

  private static LayoutVersion of(Snapshot snapshot) {
    Option<String> property = snapshot.metadata().configuration().get(LayoutVersion.PROPERTY);
    return LayoutVersion.stored(
        property.isDefined() ? property.get() : null, snapshot.deltaLog().dataPath().toString());
  }

  /**
   * Creates the table when it is not there, and brings one that is there to the layout.
   *
   * @throws LakeFailure when the table's layout is newer, or differs by more than columns that may
   *     be null
   */
  public void establish() {
    createIfAbsent();
    evolve();
  }

  private void createIfAbsent() {
    if (log.update(false, Option.empty(), Option.empty()).version() >= 0) {
      return;
    }
    Metadata metadata =
        new Metadata(
            UUID.randomUUID().toString(),
            layout.id().path(),
            null,
            new Format("parquet", ScalaValues.emptyMap()),
            layout.schema().json(),
            ScalaValues.seq(List.of(layout.partitionColumn())),
            ScalaValues.map(LogKeeping.of(log.dataPath()).with(layout.properties())),
            Option.apply(System.currentTimeMillis()));
    OptimisticTransaction txn = log.startTransaction(Option.empty(), Option.empty());
    txn.updateMetadataForNewTable(metadata);
    try {
      txn.commit(
          ScalaValues.seq(List.of()),
          new DeltaOperations.CreateTable(metadata, false, false, Option.empty()));
    } catch (DeltaConcurrentModificationException e) {
      // somebody else has created it in this moment, which is as good
      log.update(false, Option.empty(), Option.empty());
    }
  }

  private void evolve() {
    for (int attempt = 1; ; attempt++) {
      Snapshot latest = log.update(false, Option.empty(), Option.empty());
      requireKnown(latest, layout.version());
      StructType grown = grown(latest.metadata());
      if (grown.equals(latest.schema()) && of(latest).equals(layout.version())) {
        return;
      }
      try {
        commit(latest, grown);
        return;
      } catch (DeltaConcurrentModificationException e) {
        if (attempt == ATTEMPTS) {
          throw LakeFailure.because(
              FailureCause.OTHER_WRITER,
              "adding columns to "
                  + log.dataPath()
                  + ": other writers were faster "
                  + ATTEMPTS
                  + " times",
              e);
        }
      }
    }
  }

  private void commit(Snapshot latest, StructType grown) {
    Metadata old = latest.metadata();
    Map<String, String> properties =
        new HashMap<>(JavaConverters.mapAsJavaMap(old.configuration()));
    properties.put(LayoutVersion.PROPERTY, Integer.toString(layout.version().number()));
    OptimisticTransaction txn = log.startTransaction(Option.empty(), Option.apply(latest));
    txn.updateMetadata(
        new Metadata(
            old.id(),
            old.name(),
            old.description(),
            old.format(),
            grown.json(),
            old.partitionColumns(),
            ScalaValues.map(properties),
            old.createdTime()),
        false);
    txn.commit(
        ScalaValues.seq(List.of()), new DeltaOperations.UpdateSchema(latest.schema(), grown));
  }

  /** The stored columns and those that the table lacks, which stand before the partition column. */
  private StructType grown(Metadata stored) {
    List<StructField> lacking =
        Stream.of(layout.schema().fields())
            .filter(column -> isLacking(column, stored.schema()))
            .toList();
    if (!stored.partitionColumns().equals(ScalaValues.seq(List.of(layout.partitionColumn())))) {
      throw cannotEvolve("it is not partitioned by " + layout.partitionColumn());
    }
    StructType grown = new StructType();
    for (StructField column : stored.schema().fields()) {
      if (!column.nullable() && layout.schema().getFieldIndex(column.name()).isEmpty()) {
        throw cannotEvolve(
            "it has the column " + column.name() + ", which no row may lack and none would get");
      }
      if (column.name().equals(layout.partitionColumn())) {
        for (StructField added : lacking) {
          grown = grown.add(added);
        }
      }
      grown = grown.add(column);
    }
    return grown;
  }

  private boolean isLacking(StructField column, StructType stored) {
    Option<Object> place = stored.getFieldIndex(column.name());
    if (place.isEmpty()) {
      if (!column.nullable()) {
        throw cannotEvolve("it lacks the column " + column.name() + ", which no row may lack");
      }
      return true;
    }
    DataType found = stored.fields()[(int) place.get()].dataType();
    if (!found.sameType(column.dataType())) {
      throw cannotEvolve(
          "its column %s is of type %s, not %s"
              .formatted(column.name(), found.sql(), column.dataType().sql()));
    }
    return false;
  }

  private LakeFailure cannotEvolve(String difference) {
    return LakeFailure.because(
        FailureCause.OTHER_SHAPE,
        "table %s cannot be brought to the layout of this Orderlake: %s. Only columns that may be null can be added; nothing was changed. Was the table written by another Orderlake, changed by another tool, or is it declared otherwise under gold.tables now? Use the Orderlake that wrote it, or give what is declared otherwise another name; any table but Bronze can also be removed, and its next run builds it anew."
            .formatted(log.dataPath(), difference));
  }
}
