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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
