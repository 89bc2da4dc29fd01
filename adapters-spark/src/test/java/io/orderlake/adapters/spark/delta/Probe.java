package io.orderlake.adapters.spark.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table of names in a lake of its own. */
public final class Probe {
  public static final TableLayout LAYOUT =
      new TableLayout(
          new TableId("silver/probe"),
          new StructType()
              .add("name", DataTypes.StringType, false)
              .add("number", DataTypes.LongType, false)
              .add("day", DataTypes.StringType, false),
          "day",
          List.of("name", "number"),
          List.of("number"),
          Map.of("delta.checkpointInterval", "3"));

  private final Path root;
  private final TableLayout layout;
  public final LakeTable table;

  public Probe() {
    this(LAYOUT);
  }

  public Probe(TableLayout layout) {
    this.root = TestSpark.newRoot();
    this.layout = layout;
    this.table = again();
  }

  /** The same table as another writer or reader sees it. */
  public LakeTable again() {
    return LakeTable.open(TestSpark.session(), root.toString(), layout);
  }

  /** The same table as a program sees it that knows another layout of it. */
  public LakeTable under(TableLayout other) {
    return LakeTable.open(TestSpark.session(), root.toString(), other);
  }

  public Path folder() {
    return root.resolve(layout.id().path());
  }

  /** Commits a file with these names and moves the position {@code upstream}. */
  public long append(long from, long to, String... names) {
    return table.commit(TableCommit.append(written(names), "upstream", from, to, ""));
  }

  public long rearrange(LakeTable writer, List<DataFile> replaced, String... names) {
    return writer.commit(TableCommit.rearranged(written(names), replaced));
  }

  /** A file with these names that no commit knows yet. */
  public List<DataFile> written(String... names) {
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(RowFactory.create(name, (long) rows.size()));
    }
    DataFileWriters writers = table.writers();
    FlatMapFunction<Iterator<InternalRow>, DataFile> write =
        part -> {
          DataFileWriters.Writer writer = writers.open();
          while (part.hasNext()) {
            writer.write("d1", part.next());
          }
          return writer.close().iterator();
        };
    return TestSpark.session()
        .createDataFrame(rows, layout.dataSchema())
        .coalesce(1)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(write)
        .collect();
  }

  /** Commits when the start is given; true when nothing stood in the way. */
  static boolean wins(CountDownLatch start, LakeTable writer, TableCommit commit)
      throws InterruptedException {
    start.await();
    try {
      writer.commit(commit);
      return true;
    } catch (LakeFailure e) {
      return false;
    }
  }

  /** Delta's own reader sees exactly these names. */
  public void assertHolds(String... names) {
    List<String> seen =
        TestSpark.session()
            .read()
            .format("delta")
            .load(folder().toString())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    assertThat(seen).containsExactly(names);
  }
}
