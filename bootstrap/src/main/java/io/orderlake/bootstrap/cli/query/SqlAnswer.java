package io.orderlake.bootstrap.cli.query;

import io.orderlake.adapters.duckdb.LakeSql.Row;
import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Document;
import io.orderlake.answers.text.Json;
import io.orderlake.bootstrap.terminal.TextTable;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a question in SQL was answered with, for people and for programs. */
final class SqlAnswer {
  private static final int SHOWN = 1_000;

  private final long lakeVersion;
  private final java.util.List<Row> rows = new ArrayList<>();
  private List<String> names = List.empty();

  SqlAnswer(long lakeVersion) {
    this.lakeVersion = lakeVersion;
  }

  void head(List<String> columns) {
    names = columns;
  }

  void row(Row row) {
    rows.add(row);
  }

  /** A name that several columns have, which an object of JSON would keep one of. */
  Option<String> sharedName() {
    return names.find(name -> names.count(name::equals) > 1);
  }

  /** Decimals as text, so that no reader makes doubles of them. */
  Document json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", lakeVersion);
    json.put("columns", names.toJavaList());
    json.put("rows", rows.stream().map(this::json).toList());
    return Json.text(json);
  }

  private Map<String, @Nullable Object> json(Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      json.put(names.get(i), told(row.values().get(i)));
    }
    return json;
  }

  private static @Nullable Object told(@Nullable Object value) {
    if (value instanceof java.util.List<?> list) {
      java.util.List<@Nullable Object> all = new ArrayList<>();
      list.forEach(element -> all.add(told(element)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      return told(map);
    }
    return value instanceof BigDecimal amount ? amount.toPlainString() : value;
  }

  private static Map<String, @Nullable Object> told(Map<?, ?> map) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    map.forEach((name, value) -> all.put(String.valueOf(name), told(value)));
    return all;
  }

  Document csv() {
    return Csv.raw(
        List.ofAll(rows)
            .map(row -> Csv.Row.of(List.ofAll(row.values()).map(SqlAnswer::text).toJavaArray()))
            .prepend(Csv.Row.of(names.toJavaArray())));
  }

  /** As much of it as people read. */
  List<String> table() {
    List<TextTable.Column> columns =
        names.zipWithIndex(
            (name, i) ->
                rows.stream().allMatch(row -> row.values().get(i) instanceof Number)
                    ? TextTable.right(name)
                    : TextTable.left(name));
    TextTable table = new TextTable(columns, List.empty());
    for (Row row : List.ofAll(rows).take(SHOWN)) {
      table = table.row(List.ofAll(row.values()).map(SqlAnswer::text).toJavaArray(String[]::new));
    }
    return rows.size() <= SHOWN
        ? table.lines()
        : table
            .lines()
            .append("and %s rows more; --csv and --json have all".formatted(rows.size() - SHOWN));
  }

  /** Lists and structs as JSON on one line. */
  private static String text(@Nullable Object value) {
    if (value instanceof java.util.List<?> list) {
      return Json.line(list.stream().map(SqlAnswer::told).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return Json.line(told(map));
    }
    return value == null
        ? ""
        : value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }
}
