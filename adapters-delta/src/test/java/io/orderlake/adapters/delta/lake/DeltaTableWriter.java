package io.orderlake.adapters.delta.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/** Writes a Delta table with one text or date partition column, through Kernel's own write API. */
public final class DeltaTableWriter {
  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Path directory;
  private final StructType schema;
  private final String partitionColumn;

  public DeltaTableWriter(Path directory, StructType schema, String partitionColumn) {
    // The kernel names the log's files by the default locale's digits, as KernelLake knows.
    Locale.setDefault(Locale.US);
    this.directory = directory;
    this.schema = schema;
    this.partitionColumn = partitionColumn;
  }

  /**
   * Makes one commit and, when the table's settings ask for it, a checkpoint.
   *
   * @param removed values of the partition column whose files go
   * @param added rows by partition value; a row maps ordinals of the schema to Java values, an
   *     array to a list, a struct to another such map
   * @param positions SetTransaction actions of the commit
   * @return the version committed
   */
  public long commit(
      Set<String> removed,
      Map<Literal, List<Map<Integer, Object>>> added,
      Map<String, Long> positions) {
    try {
      Table table = Table.forPath(engine, directory.toUri().toString());
      TransactionBuilder builder = table.createTransactionBuilder(engine, "test", Operation.WRITE);
      if (!Files.exists(directory.resolve("_delta_log"))) {
        builder =
            builder
                .withSchema(engine, schema)
                .withPartitionColumns(engine, List.of(partitionColumn));
      }
      Transaction transaction = builder.build(engine);
      List<Row> actions = new ArrayList<>();
      positions.forEach(
          (id, version) ->
              actions.add(
                  SingleAction.createTxnSingleAction(
                      new SetTransaction(id, version, Optional.empty()).toRow())));
      if (!removed.isEmpty()) {
        actions.addAll(removals(table, removed));
      }
      for (var partition : added.entrySet()) {
        actions.addAll(write(transaction, partition.getKey(), partition.getValue()));
      }
      TransactionCommitResult result =
          transaction.commit(
              engine,
              CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
      if (result.isReadyForCheckpoint()) {
        table.checkpoint(engine, result.getVersion());
      }
      return result.getVersion();
    } catch (IOException e) {
      throw new IllegalStateException("could not commit to " + directory, e);
    }
  }

  /**
   * Gives the table this writer's schema, and properties beside those it has, in a commit of its
   * own.
   *
   * @return the version committed
   */
  public long evolve(Map<String, String> properties) {
    Table table = Table.forPath(engine, directory.toUri().toString());
    Metadata old = ((SnapshotImpl) table.getLatestSnapshot(engine)).getMetadata();
    Map<String, String> all = new HashMap<>(old.getConfiguration());
    all.putAll(properties);
    Metadata evolved = old.withNewSchema(schema).withNewConfiguration(all);
    Row action = SingleAction.createMetadataSingleAction(evolved.toRow());
    return table
        .createTransactionBuilder(engine, "test", Operation.MANUAL_UPDATE)
        .build(engine)
        .commit(
            engine,
            CloseableIterable.inMemoryIterable(
                Utils.toCloseableIterator(List.of(action).iterator())))
        .getVersion();
  }

  private List<Row> write(
      Transaction transaction, Literal partition, List<Map<Integer, Object>> rows)
      throws IOException {
    Row state = transaction.getTransactionState(engine);
    FilteredColumnarBatch batch =
        new FilteredColumnarBatch(ValueColumn.batch(schema, rows), Optional.empty());
    Map<String, Literal> partitionValues = Map.of(partitionColumn, partition);
    DataWriteContext context = Transaction.getWriteContext(engine, state, partitionValues);
    CloseableIterator<FilteredColumnarBatch> physical =
        Transaction.transformLogicalData(
            engine, state, Utils.singletonCloseableIterator(batch), partitionValues);
    CloseableIterator<DataFileStatus> files =
        engine
            .getParquetHandler()
            .writeParquetFiles(
                context.getTargetDirectory(), physical, context.getStatisticsColumns());
    return all(Transaction.generateAppendActions(engine, state, files, context));
  }

  private List<Row> removals(Table table, Set<String> removed) throws IOException {
    Scan scan = table.getLatestSnapshot(engine).getScanBuilder(engine).build();
    List<Row> actions = new ArrayList<>();
    for (FilteredColumnarBatch batch : all(scan.getScanFiles(engine))) {
      for (Row file : all(batch.getRows())) {
        if (removed.contains(InternalScanFileUtils.getPartitionValues(file).get(partitionColumn))) {
          Row add = file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
          Map<Integer, Object> remove = new HashMap<>();
          remove.put(
              RemoveFile.FULL_SCHEMA.indexOf("path"),
              add.getString(add.getSchema().indexOf("path")));
          remove.put(RemoveFile.FULL_SCHEMA.indexOf("dataChange"), true);
          actions.add(
              SingleAction.createRemoveFileSingleAction(
                  new GenericRow(RemoveFile.FULL_SCHEMA, remove)));
        }
      }
    }
    return actions;
  }

  private static <T> List<T> all(CloseableIterator<T> iterator) throws IOException {
    List<T> elements = new ArrayList<>();
    try (iterator) {
      iterator.forEachRemaining(elements::add);
    }
    return elements;
  }
}
