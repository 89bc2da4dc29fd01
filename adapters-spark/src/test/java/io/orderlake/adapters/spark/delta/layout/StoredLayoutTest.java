package io.orderlake.adapters.spark.delta.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.Probe;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables get columns, and an older program keeps its hands off a table that has got some. */
class StoredLayoutTest {
  private static final TableLayout GROWN =
      layout(
          2,
          new StructType()
              .add("name", DataTypes.StringType, false)
              .add("number", DataTypes.LongType, false)
              .add("note", DataTypes.StringType)
              .add("day", DataTypes.StringType, false));

  private final Probe probe = new Probe();

  private static TableLayout layout(int version, StructType schema) {
    Map<String, String> properties = new HashMap<>(Probe.LAYOUT.properties());
    properties.put(LayoutVersion.PROPERTY, Integer.toString(version));
    return new TableLayout(
        Probe.LAYOUT.id(),
        schema,
        "day",
        Probe.LAYOUT.statistics(),
        Probe.LAYOUT.distinct(),
        properties);
  }

  @Test
  void a_table_of_an_older_layout_gets_the_columns_it_lacks_in_one_commit_without_files() {
    long before = probe.append(-1, 0, "a");
    LakeTable grown = probe.under(GROWN);

    assertThat(grown.version()).isEqualTo(before + 1);
    assertThat(grown.history().addedAfter(before, before + 1).get(0).records()).isZero();
    assertThat(grown.position("upstream")).isZero();
    assertThat(rows("note, name")).containsExactly("null a");
    assertThat(delta().schema().fieldNames()).containsExactly("name", "number", "note", "day");
    assertThat(properties())
        .containsEntry(LayoutVersion.PROPERTY, "2")
        .containsEntry("delta.checkpointInterval", "3");
  }

  @Test
  void a_table_that_has_the_layout_is_opened_without_a_commit() {
    probe.append(-1, 0, "a");
    long version = probe.under(GROWN).version();

    assertThat(probe.under(GROWN).version()).isEqualTo(version);
  }

  @Test
  void a_new_table_has_the_layout_from_its_first_commit() {
    Probe fresh = new Probe(GROWN);

    assertThat(fresh.table.version()).isZero();
    assertThat(fresh.table.columnsBeyondLayout()).isEmpty();
  }

  @Test
  void columns_of_other_clients_stay_beside_the_added_ones() {
    TestSpark.session().sql("ALTER TABLE " + name() + " ADD COLUMNS (theirs STRING)");
    LakeTable grown = probe.under(GROWN);

    assertThat(grown.columnsBeyondLayout()).containsExactly("theirs");
    assertThat(delta().schema().fieldNames()).contains("note", "theirs");
  }

  @Test
  void of_several_who_open_it_at_once_one_adds_the_columns() throws Exception {
    long before = probe.append(-1, 0, "a");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<LakeTable>> opening = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Callable<LakeTable> open =
          () -> {
            start.await();
            return probe.under(GROWN);
          };
      opening.add(threads.submit(open));
    }
    start.countDown();
    for (Future<LakeTable> opened : opening) {
      assertThat(opened.get().version()).isEqualTo(before + 1);
    }
    threads.shutdown();
  }

  @Test
  void an_older_program_may_neither_open_nor_read_nor_write_a_table_that_has_grown() {
    long before = probe.append(-1, 0, "a");
    List<DataFile> written = probe.written("b");
    LakeTable grown = probe.under(GROWN);

    refuses("layout 2", "up to layout 1", () -> probe.again());
    refuses("layout 2", "up to layout 1", () -> probe.table.positions());
    refuses("layout 2", "up to layout 1", () -> probe.table.live());
    refuses(
        "layout 2",
        "Use the newer Orderlake",
        () -> probe.table.commit(TableCommit.append(written, "upstream", 0, 1, "")));
    assertThat(grown.version()).isEqualTo(before + 1);
    probe.assertHolds("a");
  }

  @Test
  void a_column_of_another_type_is_named_and_nothing_is_changed() {
    StructType other =
        new StructType()
            .add("name", DataTypes.StringType, false)
            .add("number", DataTypes.StringType, false)
            .add("note", DataTypes.StringType)
            .add("day", DataTypes.StringType, false);

    long before = probe.table.version();
    refuses(
        "its column number is of type BIGINT, not STRING",
        "nothing was changed",
        () -> probe.under(layout(2, other)));
    assertThat(probe.table.version()).isEqualTo(before);
  }

  @Test
  void a_column_that_every_row_must_have_cannot_be_added() {
    StructType stricter = Probe.LAYOUT.schema().add("note", DataTypes.StringType, false);

    refuses(
        "it lacks the column note, which no row may lack",
        "Use the Orderlake that wrote it",
        () -> probe.under(layout(2, stricter)));
  }

  @Test
  void a_table_with_another_partitioning_is_named() {
    TableLayout other =
        new TableLayout(
            Probe.LAYOUT.id(),
            Probe.LAYOUT.schema(),
            "name",
            Probe.LAYOUT.statistics(),
            Probe.LAYOUT.distinct(),
            Map.of());

    refuses("not partitioned by name", "nothing was changed", () -> probe.under(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "0"})
  void a_layout_that_is_no_version_is_named(String property) {
    TestSpark.session()
        .sql(
            "ALTER TABLE %s SET TBLPROPERTIES ('%s' = '%s')"
                .formatted(name(), LayoutVersion.PROPERTY, property));

    refuses("'" + property + "'", "no version", () -> probe.again());
  }

  private void refuses(String part, String otherPart, ThrowingCallable action) {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(action)
        .withMessageContaining(probe.folder().toString())
        .withMessageContaining(part)
        .withMessageContaining(otherPart)
        .matches(failure -> !failure.retryable());
  }

  private String name() {
    return "delta.`" + probe.folder() + "`";
  }

  private Dataset<Row> delta() {
    return TestSpark.session().table(name());
  }

  private List<String> rows(String columns) {
    return delta().selectExpr(columns.split(", ")).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    TestSpark.session()
        .sql("SHOW TBLPROPERTIES " + name())
        .collectAsList()
        .forEach(row -> properties.put(row.getString(0), row.getString(1)));
    return properties;
  }
}
