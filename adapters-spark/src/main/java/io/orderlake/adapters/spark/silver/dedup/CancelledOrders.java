package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.table.SilverColumns;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The orders that are to be withdrawn, fetched from where each of them is. For the driver. */
public final class CancelledOrders {
  private final FileTasks tasks;
  private final Map<String, RefinedOrder> orders = new HashMap<>();

  /** None yet. */
  public CancelledOrders(FileTasks tasks) {
    this.tasks = tasks;
  }

  /** The key of an event id, by which an order is asked for. */
  public static String key(String eventId) {
    return IdKey.text(eventId);
  }

  /** Those that are rows of Silver, by the keys of their event ids. */
  public CancelledOrders from(LakeTable silver, Set<String> eventIds) {
    if (eventIds.isEmpty()) {
      return this;
    }
    List<InputFile> files = InputFile.of(filesThatMayHave(silver, eventIds));
    if (!files.isEmpty()) {
      take(
          tasks
              .over(files)
              .mapPartitions(
                  new FindOrders(
                      silver.storedRows(FindOrders.ID),
                      silver.storedRows(),
                      new HashSet<>(eventIds)))
              .collect());
    }
    return this;
  }

  /** A key that does not tell its id says nothing of where that may be. */
  private static List<DataFile> filesThatMayHave(LakeTable silver, Set<String> keys) {
    TreeSet<UTF8String> ids = new TreeSet<>();
    for (String key : keys) {
      byte @Nullable [] id = IdKey.id(IdKey.bytes(key));
      if (id == null) {
        return silver.live();
      }
      ids.add(UTF8String.fromBytes(id));
    }
    return silver.live().stream()
        .filter(file -> file.mayHaveAny(SilverColumns.EVENT_ID, ids))
        .toList();
  }

  /**
   * Those that are among the lines of some records.
   *
   * @param table that has the records
   * @param files of the table, by their numbers
   * @param where the file and the row of each, by the key of its event id
   */
  public CancelledOrders from(
      LakeTable table,
      List<InputFile> files,
      List<String> columns,
      RecordRefiner refiner,
      Map<String, Place> where) {
    if (!where.isEmpty()) {
      RowsOfFiles rows = RowsOfFiles.of(where.values(), Place::file, Place::row);
      take(
          tasks
              .over(rows.holding(files))
              .mapPartitions(
                  new JudgeOrders(
                      table.storedRows(columns), refiner, rows, new HashSet<>(where.keySet())))
              .collect());
    }
    return this;
  }

  /** A row of a file. */
  public record Place(int file, int row) implements Serializable {}

  private void take(Collection<RefinedOrder> found) {
    found.forEach(order -> orders.putIfAbsent(IdKey.text(order.eventId()), order));
  }

  /** For tasks: the orders, by the keys of their event ids. */
  public Withdrawals withdrawals() {
    return new Withdrawals(new HashMap<>(orders));
  }
}
