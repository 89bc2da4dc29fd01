package io.orderlake.adapters.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vavr.collection.List;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeSqlTest {
  @TempDir private Path folder;

  private Path file = Path.of("nowhere");
  private Path secret = Path.of("nowhere");

  @BeforeEach
  void make() throws Exception {
    file = folder.resolve("it's a file.parquet");
    secret = folder.resolve("secret.csv");
    Files.writeString(secret, "a,b\n1,2\n");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "copy (select 'Oslo' as city, 12.3400::decimal(38,4) as revenue, 7::bigint as units,"
              + " timestamptz '2026-11-22 10:00:00+00' as hour, date '2026-11-22' as day) to '"
              + file.toString().replace("'", "''")
              + "' (format parquet)");
    }
  }

  private LakeSql open(Path written) throws SQLException {
    String named = file.toString().replace("'", "''");
    return LakeSql.open(
        List.of("gold"),
        List.of("create view gold.t as select * from read_parquet(['" + named + "'])"),
        List.of(file.toString()),
        written);
  }

  private java.util.List<java.util.List<Object>> ask(String question) throws Exception {
    java.util.List<java.util.List<Object>> rows = new ArrayList<>();
    try (LakeSql sql = open(null)) {
      sql.ask(question, names -> {}, row -> rows.add(row.values()));
    }
    return rows;
  }

  @Test
  void a_question_is_answered_exactly() throws Exception {
    assertThat(LakeSql.isThere()).isTrue();
    assertThat(ask("select city, revenue, units, hour, day, null from gold.t"))
        .containsExactly(
            Arrays.asList(
                "Oslo", new BigDecimal("12.3400"), 7L, "2026-11-22T10:00:00Z", "2026-11-22", null));
    assertThat(ask("from gold.t select count(*); ")).containsExactly(java.util.List.of(1L));
  }

  @Test
  void bytes_are_shown_as_duckdb_writes_them_and_can_be_given_back() throws Exception {
    String every =
        "(select unhex(string_agg(printf('%02X', i), '' order by i)) as b from range(256) r(i))";
    assertThat(ask("select b = ''::blob, b from (select ''::blob as b)"))
        .containsExactly(java.util.List.of(true, ""));
    java.util.List<Object> row = ask("select b, b::varchar, [b] from " + every).get(0);
    assertThat(row.get(0))
        .isEqualTo(row.get(1))
        .asString()
        .startsWith("\\x00\\x01")
        .endsWith("\\xFE\\xFF");
    assertThat(row.get(2)).isEqualTo(java.util.List.of(row.get(0)));
    assertThat(ask("select '" + row.get(0) + "'::blob = b from " + every))
        .containsExactly(java.util.List.of(true));
  }

  @ParameterizedTest
  @CsvSource({
    "timestamp '2026-11-22 10:00:00', 2026-11-22T10:00:00",
    "timestamp '2026-11-22 10:00:00.5', 2026-11-22T10:00:00.5",
    "timestamp '2026-03-29 02:30:00', 2026-03-29T02:30:00",
    "timestamp '0001-01-01 00:00:00', 0001-01-01T00:00:00",
    "timestamp '1000-01-01 (BC) 10:00:00', -0999-01-01T10:00:00",
    "'2026-11-22 10:00:00'::timestamp_s, 2026-11-22T10:00:00",
    "'2026-11-22 10:00:00.123'::timestamp_ms, 2026-11-22T10:00:00.123",
    "'2026-11-22 10:00:00.123456789'::timestamp_ns, 2026-11-22T10:00:00.123456789",
    "timestamptz '2026-11-22 10:00:00+02', 2026-11-22T08:00:00Z",
    "timestamp 'infinity', infinity",
    "timestamp '-infinity', -infinity",
    "timestamptz 'infinity', infinity",
    "timestamptz '-infinity', -infinity",
    "'infinity'::timestamp_ms, infinity",
    "'-infinity'::timestamp_ms, -infinity",
    "'infinity'::timestamp_ns, infinity",
    "'-infinity'::timestamp_ns, -infinity",
    "date 'infinity', infinity",
    "date '-infinity', -infinity"
  })
  void times_are_iso_8601_and_without_end_they_are_infinity(String time, String shown)
      throws Exception {
    assertThat(ask("select " + time)).containsExactly(java.util.List.of(shown));
  }

  @Test
  void times_within_lists_are_told_alike() throws Exception {
    assertThat(
            ask(
                "select [timestamp '2026-11-22 10:00:00', timestamp 'infinity', timestamp"
                    + " '-infinity', null], [timestamptz 'infinity']"))
        .containsExactly(
            java.util.List.of(
                Arrays.asList("2026-11-22T10:00:00", "infinity", "-infinity", null),
                java.util.List.of("infinity")));
  }

  @Test
  void a_time_that_no_date_can_be_is_refused_with_what_to_do() throws Exception {
    try (LakeSql sql = open(null)) {
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.ask("select 'infinity'::timestamp_s", names -> {}, row -> {}))
          .withMessageContaining("::varchar");
    }
  }

  @Test
  void lists_structs_and_maps_are_values_of_their_own() throws Exception {
    assertThat(
            ask(
                "select [{'code': 'a', 'n': 1}, null], {'x': [1.50::decimal(5,2)], 'y': {'z': '\\x00'::blob}},"
                    + " map {7: 'b'}, [1, 2]::integer[2], null::integer[]"))
        .containsExactly(
            Arrays.asList(
                Arrays.asList(Map.of("code", "a", "n", 1L), null),
                Map.of("x", java.util.List.of(new BigDecimal("1.50")), "y", Map.of("z", "\\x00")),
                Map.of("7", "b"),
                java.util.List.of(1L, 2L),
                null));
  }

  @Test
  void a_struct_s_fields_have_any_name_or_none() throws Exception {
    assertThat(
            ask(
                "select {'a': 1, 'b \"c\", d)': 'x'::enum('x', 'y)'), 'e': {'a': 2}, 'f': 3}, row(1, 2)"))
        .containsExactly(
            java.util.List.of(
                Map.of("a", 1L, "b \"c\", d)", "x", "e", Map.of("a", 2L), "f", 3L),
                java.util.List.of(1L, 2L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from orders", "select * from gold.nope", "from nope.t"})
  void of_an_unknown_table_is_said_which_there_are(String question) throws Exception {
    Path out = folder.resolve("answer.parquet");
    try (LakeSql sql = open(out)) {
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.ask(question, names -> {}, row -> {}))
          .withMessageContaining("does not exist")
          .withMessageEndingWith(" There are gold.t.");
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.parquet(question, out))
          .withMessageEndingWith(" There are gold.t.");
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.ask("select nothing from gold.t", names -> {}, row -> {}))
          .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("There are"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from read_csv('SECRET')",
        "select * from 'SECRET'",
        "select content from read_text('SECRET')",
        "select * from glob('FOLDER/*')",
        "from read_parquet('FOLDER/*.parquet')",
        "copy (select 1) to 'FOLDER/out.csv'",
        "copy (select 1) to 'FILE'",
        "copy gold.t to 'FOLDER/out.parquet'",
        "attach 'FOLDER/x.db'",
        "create table t as select 1",
        "drop view gold.t",
        "set enable_external_access = true",
        "reset lock_configuration",
        "install httpfs",
        "load 'FOLDER/x'",
        "export database 'FOLDER/all'",
        "pragma database_list",
        "select 1; copy (select 1) to 'FILE'",
        "select 1; select 2",
        "",
        "selec 1"
      })
  void nothing_else_is_read_and_nothing_is_written(String question) throws Exception {
    byte[] before = Files.readAllBytes(file);
    String meant =
        question
            .replace("SECRET", secret.toString())
            .replace("FILE", file.toString().replace("'", "''"))
            .replace("FOLDER", folder.toString());
    try (LakeSql sql = open(null)) {
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.ask(meant, names -> {}, row -> {}))
          .satisfies(refused -> assertThat(refused.getMessage()).isNotBlank());
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, secret);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void an_answer_is_written_where_it_may_be_and_nowhere_else() throws Exception {
    Path out = folder.resolve("answer.parquet");
    try (LakeSql sql = open(out)) {
      sql.parquet("select city from gold.t -- a comment", out);
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.parquet("select 1", folder.resolve("other.parquet")));
      assertThatExceptionOfType(SqlRefused.class)
          .isThrownBy(() -> sql.parquet("select 1) to 'x' --", out));
    }
    assertThat(out).isNotEmptyFile();
    assertThat(folder.resolve("other.parquet")).doesNotExist();
  }
}
