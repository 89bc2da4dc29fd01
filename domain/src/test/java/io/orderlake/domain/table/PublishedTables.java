package io.orderlake.domain.table;

import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue as it is published: a page for people and a file for other programs. */
final class PublishedTables {
  private static final Seq<TableSchema> TABLES =
      LakeTables.FIXED.appendAll(
          GoldProjections.in(new LakeProperties(ZoneOffset.UTC, "USD")).map(GoldColumns::of));

  private static final String INTRODUCTION =
      """
      # The tables

      Every column of every table, as the catalogue in `domain`, package `table`, has it; this page is
      written from there, and a test holds it against it. Tables of [your own](gold.md) have the
      columns of Gold's other tables: texts, the beginning of a stretch of time, the measures, a
      partition.

      Tables grow: a program adds what a newer layout has to the tables that it opens, without
      rewriting them, and refuses a table whose layout is newer than those it knows. What came with a
      later layout is null in the rows of before. Types: `integer` has 32 bits, `long` 64; `instant`
      is UTC, to the microsecond; `decimal(p,s)` is exact, with p digits, s of them behind the point.
      """;

  private PublishedTables() {}

  static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (TableSchema table : TABLES) {
      page.append("\n## ").append(table.id()).append("\n\n");
      page.append("A row is ").append(table.rows()).append(". ");
      page.append("Partitioned by `").append(table.partition().name()).append('`');
      table.upstream().forEach(from -> page.append("; made from `").append(from).append('`'));
      page.append("; layout ").append(table.layout().number()).append(".\n\n");
      page.append("| column | type | null | since layout | meaning |\n|---|---|---|---|---|\n");
      table.all().forEach(column -> page.append(line(column)));
      page.append("\nIts commits carry:\n\n| position | meaning |\n|---|---|\n");
      for (Position position : table.positions()) {
        page.append("| `%s` | %s |\n".formatted(position.name(), position.meaning()));
      }
    }
    return page.toString();
  }

  private static String line(Column column) {
    return "| `%s` | `%s` | %s | %s | %s |\n"
        .formatted(
            column.name(),
            column.type().written(),
            column.mayBeNull() ? "may be" : "never",
            column.since(),
            column.meaning());
  }

  static String json() {
    return TABLES.map(PublishedTables::json).mkString("{\"tables\":[\n", ",\n", "\n]}\n");
  }

  private static String json(TableSchema table) {
    return """
        {"table":%s,
         "rows":%s,
         "upstream":%s,
         "layout":%s,
         "partition":%s,
         "columns":[
        %s],
         "positions":[
        %s]}"""
        .formatted(
            quoted(table.id().path()),
            quoted(table.rows()),
            table.upstream().map(TableId::path).map(PublishedTables::quoted).getOrElse("null"),
            table.layout().number(),
            quoted(table.partition().name()),
            lines(table.all().stream().map(PublishedTables::json).toList()),
            lines(
                table.positions().stream()
                    .map(
                        position ->
                            "{\"name\":%s,\"meaning\":%s}"
                                .formatted(quoted(position.name()), quoted(position.meaning())))
                    .toList()));
  }

  private static String json(Column column) {
    return "{\"name\":%s,\"type\":%s,\"nullable\":%s,\"since\":%s,\"meaning\":%s}"
        .formatted(
            quoted(column.name()),
            quoted(column.type().written()),
            column.mayBeNull(),
            column.since(),
            quoted(column.meaning()));
  }

  private static String lines(List<String> each) {
    return each.stream().map(line -> "   " + line).collect(Collectors.joining(",\n"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
