package io.orderlake.adapters.postgres;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Grain;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people and their tools find in PostgreSQL. */
class ServedGoldTest {
  private static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final String REVENUE = "select sum(revenue) from gold.revenue_by_city_hour";

  private final PostgresAddress database = Databases.empty();
  private final ServedLake lake = new ServedLake("gold");
  private PostgresGoldSink sink = new PostgresGoldSink(database, Duration.ofHours(1));

  @AfterEach
  void leave() {
    sink.close();
  }

  private void publish(GoldProjection table, String... amounts) {
    List<GoldCell> cells =
        List.of(amounts).zipWithIndex((amount, i) -> cell(table, TEN, 1, amount, "city " + i));
    lake.commit(table, Set.of("2026-11-22"), cells).publish();
    var unused = sink.publish(lake.publication(table));
  }

  private static List<String> ask(PostgresAddress address, String sql) {
    try (Connection connection = address.open();
        ResultSet result = connection.createStatement().executeQuery(sql)) {
      List<String> rows = List.empty();
      while (result.next()) {
        List<String> row = List.empty();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row = row.append(String.valueOf(result.getString(i)));
        }
        rows = rows.append(row.mkString("|"));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private PostgresAddress heldAt(Object version) {
    String url = database + "?options=-c%20orderlake.lake_version%3D" + version;
    return PostgresAddress.of(url, "orderlake", Databases.cluster().password()).get();
  }

  private void refuses(PostgresAddress address, String sql, String... sentences) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> ask(address, sql))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(sentences));
  }

  @Test
  void each_row_says_its_lake_version_and_since_when_it_is_so() {
    publish(HOURS, "1", "2");
    publish(HOURS, "1", "3", "4");

    assertThat(
            ask(
                database,
                "select city, revenue, lake_version, since_version from gold.revenue_by_city_hour"
                    + " order by city"))
        .containsExactly("city 0|1.0000|2|1", "city 1|3.0000|2|2", "city 2|4.0000|2|2");
  }

  @Test
  void a_connection_held_at_a_version_reads_that_one_whatever_is_published() {
    publish(HOURS, "1", "2");
    publish(HOURS, "10");
    publish(HOURS);
    publish(HOURS, "100", "7");

    assertThat(ask(heldAt(1), REVENUE)).containsExactly("3.0000");
    assertThat(ask(heldAt(2), REVENUE)).containsExactly("10.0000");
    assertThat(ask(heldAt(3), REVENUE)).containsExactly("null");
    assertThat(ask(heldAt(4), REVENUE)).containsExactly("107.0000");
    assertThat(ask(heldAt(""), REVENUE)).containsExactly("107.0000");
    assertThat(ask(database, REVENUE)).containsExactly("107.0000");
    assertThat(ask(heldAt(2), "select distinct lake_version from gold.revenue_by_city_hour"))
        .containsExactly("2");
  }

  /** Of a partition that changes again a server knows what it was; another one has to look. */
  @Test
  void each_version_stays_what_it_was_whoever_serves_the_next_one() {
    long seed = Long.getLong("orderlake.test.seed", 20261130);
    Random random = new Random(seed);
    List<String> sums = List.empty();
    List<List<String>> since = List.empty();
    for (int version = 1; version <= 15; version++) {
      if (random.nextInt(4) == 0) {
        sink.close();
        sink = new PostgresGoldSink(database, Duration.ofHours(1));
      }
      int cells = 1 + random.nextInt(6);
      String[] amounts =
          IntStream.range(0, cells).mapToObj(i -> "" + random.nextInt(3)).toArray(String[]::new);
      publish(HOURS, amounts);
      sums = sums.append(Stream.of(amounts).mapToInt(Integer::parseInt).sum() + ".0000");
      since = since.append(since(since.lastOption(), amounts, version));
      assertThat(
              ask(
                  database,
                  "select trunc(revenue) || ' since ' || since_version from"
                      + " gold.revenue_by_city_hour order by city"))
          .as("seed %s, version %s", seed, version)
          .isEqualTo(since.last());
    }

    for (int version = 1; version <= sums.size(); version++) {
      assertThat(ask(heldAt(version), REVENUE))
          .as("seed %s, version %s", seed, version)
          .containsExactly(sums.get(version - 1));
    }
  }

  /** What was so before stays so since then. */
  private static List<String> since(Option<List<String>> before, String[] amounts, int version) {
    return List.of(amounts)
        .zipWithIndex(
            (amount, i) ->
                before
                    .flatMap(cells -> cells.drop(i).headOption())
                    .filter(cell -> cell.startsWith(amount + " "))
                    .getOrElse(amount + " since " + version));
  }

  @Test
  void a_role_is_held_at_a_version_for_tools_that_know_no_options() {
    publish(HOURS, "1", "2");
    publish(HOURS, "10");
    String name = database.toString().replaceAll(".*/", "held_");
    run("create role " + name + " login password 'r' in role orderlake_reader");
    run("alter role " + name + " set orderlake.lake_version = '1'");
    PostgresAddress held = PostgresAddress.of(database.toString(), name, "r").get();

    assertThat(ask(held, REVENUE)).containsExactly("3.0000");
    run("alter role " + name + " reset orderlake.lake_version");
    assertThat(ask(held, REVENUE)).containsExactly("10.0000");
    run("drop role " + name);
  }

  @Test
  void a_version_that_is_not_kept_is_an_error_that_says_which_are() {
    publish(HOURS, "1");
    publish(HOURS, "2");

    refuses(heldAt(7), REVENUE, "lake version 7 cannot be read here", "Those that can be are 2, 1");
    refuses(heldAt(0), REVENUE, "lake version 0 cannot be read here");
    refuses(heldAt("yesterday"), REVENUE, "orderlake.lake_version is 'yesterday'");
    refuses(heldAt("99999999999999999999"), REVENUE, "which is no lake version");
  }

  @Test
  void versions_are_kept_for_the_history_and_no_longer() {
    publish(HOURS, "1", "2");
    publish(HOURS, "10", "2");
    sink.close();
    sink = new PostgresGoldSink(database, Duration.ofSeconds(1));
    publish(HOURS, "20", "2");

    refuses(heldAt(1), REVENUE, "lake version 1 cannot be read here");
    assertThat(ask(heldAt(2), REVENUE)).containsExactly("12.0000");
    publish(HOURS, "30", "2");
    refuses(heldAt(2), REVENUE, "lake version 2 cannot be read here");
    assertThat(ask(heldAt(3), REVENUE)).containsExactly("22.0000");
    assertThat(ask(database, "select count(*) from orderlake.cells_1")).containsExactly("3");
  }

  @Test
  void without_history_nothing_but_the_newest_version_is_stored() {
    sink.close();
    sink = new PostgresGoldSink(database, Duration.ZERO);
    publish(HOURS, "1", "2");
    publish(HOURS, "10", "2");

    refuses(heldAt(1), REVENUE, "lake version 1 cannot be read here");
    assertThat(ask(heldAt(2), REVENUE)).containsExactly("12.0000");
    assertThat(ask(database, "select count(*) from orderlake.cells_1")).containsExactly("2");
  }

  @Test
  void a_table_that_came_later_is_not_empty_before_but_an_error() {
    GoldProjection weeks = GoldFixture.tables(ZoneOffset.UTC).get(3);
    publish(HOURS, "1");
    lake.commit(weeks, Set.of(), List.empty()).publish();
    var unused = sink.publish(lake.publication(HOURS, weeks));

    refuses(
        heldAt(1),
        "select * from gold.revenue_by_city_week",
        "gold.revenue_by_city_week came with lake version 2");
    assertThat(ask(heldAt(1), REVENUE)).containsExactly("1.0000");
  }

  @Test
  void a_table_that_is_declared_no_more_says_at_which_version_it_stayed() {
    GoldProjection weeks = GoldFixture.tables(ZoneOffset.UTC).get(3);
    GoldCell week = cell(weeks, weeks.startOf(TEN), 1, "5", "Rome");
    lake.commit(weeks, Set.of(), List.of(week)).commit(HOURS, Set.of(), List.empty()).publish();
    var unused = sink.publish(lake.publication(HOURS, weeks));
    publish(HOURS, "1");

    assertThat(ask(database, "select lake_version from gold.revenue_by_city_week"))
        .containsExactly("1");
    assertThat(ask(database, "select name, is_declared from lake.tables order by name"))
        .containsExactly("revenue_by_city_hour|t", "revenue_by_city_week|f");
  }

  @Test
  void types_are_as_declared_and_everything_says_what_it_means() throws SQLException {
    publish(HOURS, "1");
    try (Connection connection = database.open()) {
      DatabaseMetaData data = connection.getMetaData();
      List<String> columns = List.empty();
      try (ResultSet found = data.getColumns(null, "gold", "revenue_by_city_hour", "%")) {
        while (found.next()) {
          assertThat(found.getString("REMARKS")).isNotBlank();
          columns =
              columns.append(found.getString("COLUMN_NAME") + " " + found.getString("TYPE_NAME"));
        }
      }
      assertThat(columns)
          .containsExactly(
              "city text",
              "currency text",
              "hour timestamptz",
              "lake_version int8",
              "since_version int8",
              "date text",
              "revenue numeric",
              "units int8",
              "events int8");
    }
    assertThat(
            ask(
                database,
                "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid ="
                    + " c.relnamespace where n.nspname in ('gold', 'lake') and c.relkind in ('r',"
                    + " 'v') and obj_description(c.oid) is null"))
        .isEmpty();
    assertThat(
            ask(
                database,
                "select c.relname, a.attname from pg_class c join pg_namespace n on n.oid ="
                    + " c.relnamespace join pg_attribute a on a.attrelid = c.oid where n.nspname in"
                    + " ('gold', 'lake') and c.relkind in ('r', 'v') and a.attnum > 0 and"
                    + " col_description(c.oid, a.attnum) is null"))
        .isEmpty();
  }

  @Test
  void whoever_may_read_reads_and_writes_nothing() {
    publish(HOURS, "1");
    String name = database.toString().replaceAll(".*/", "reader_of_");
    ask(database, "select 1 from pg_roles where rolname = 'orderlake_reader'");
    run("create role " + name + " login password 'r' in role orderlake_reader");
    PostgresAddress reader = PostgresAddress.of(database.toString(), name, "r").get();

    assertThat(ask(reader, REVENUE)).containsExactly("1.0000");
    assertThat(ask(reader, "select max(lake_version) from lake.versions")).containsExactly("1");
    refuses(reader, "select * from orderlake.cells_1", "permission denied");
    refuses(reader, "delete from lake.versions returning 1", "permission denied");
    refuses(reader, "delete from gold.revenue_by_city_hour returning 1", "permission denied");
    assertThat(
            ask(
                database,
                "select unnest(setconfig) from pg_db_role_setting s join pg_roles r on r.oid ="
                    + " s.setrole where rolname = 'orderlake_reader'"))
        .contains("statement_timeout=60s", "default_transaction_read_only=on");
    run("drop role " + name);
  }

  private void run(String sql) {
    try (Connection connection = database.open()) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_was_built_on_a_table_outlives_a_column_that_is_added() {
    publish(HOURS, "1");
    run("create view public.mine as select city, revenue from gold.revenue_by_city_hour");
    GoldProjection more =
        new GoldProjection(
            HOURS.table(),
            HOURS.dimensions(),
            HOURS.grain(),
            Measures.and(java.util.List.of(Measure.GROSS)),
            HOURS.lake());
    publish(more, "5");

    assertThat(ask(database, "select * from public.mine")).containsExactly("city 0|5.0000");
    assertThat(ask(database, "select gross from gold.revenue_by_city_hour"))
        .containsExactly("5.0000");
  }

  @Test
  void what_was_built_on_a_table_keeps_it_from_being_cut_otherwise() {
    publish(HOURS, "1");
    run("create view public.mine as select city, revenue from gold.revenue_by_city_hour");
    GoldProjection other =
        new GoldProjection(
            HOURS.table(),
            java.util.List.of(Dimension.PRODUCT),
            Grain.HOUR,
            Measures.BASIC,
            HOURS.lake());

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> publish(other, "5"))
        .withMessageContaining("other objects depend on it")
        .matches(failure -> !failure.retryable());
    assertThat(ask(database, REVENUE)).containsExactly("1.0000");

    run("drop view public.mine");
    var unused = sink.publish(lake.publication(other));
    assertThat(ask(database, "select product from gold.revenue_by_city_hour"))
        .containsExactly("city 0");
  }

  @Test
  void schemas_of_somebody_else_are_left_alone() {
    run("create schema gold");

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> publish(HOURS, "1"))
        .withMessageContaining("schema gold")
        .withMessageContaining("a database of its own")
        .matches(failure -> !failure.retryable());
    assertThat(sink.served()).isEmpty();
    assertThat(
            ask(database, "select nspname from pg_namespace where nspname in ('lake','orderlake')"))
        .isEmpty();
  }

  @Test
  void a_name_that_postgresql_would_cut_off_is_refused() {
    GoldProjection longName =
        new GoldProjection("t".repeat(64), HOURS.dimensions(), Grain.HOUR, HOURS.lake());

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> publish(longName, "1"))
        .withMessageContaining("63 letters")
        .withMessageContaining("gold.tables")
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_text_with_what_no_text_of_postgresql_can_have_is_shown_with_its_sign() {
    GoldCell nul = cell(HOURS, TEN, 1, "1", "a\0b");
    GoldCell sign = cell(HOURS, TEN, 1, "2", "a\u2400b");
    lake.commit(HOURS, Set.of(), List.of(nul, sign)).publish();
    var unused = sink.publish(lake.publication(HOURS));

    assertThat(ask(database, "select city, revenue from gold.revenue_by_city_hour order by 2"))
        .containsExactly("a\u2400b|1.0000", "a\u2400b|2.0000");
  }
}
