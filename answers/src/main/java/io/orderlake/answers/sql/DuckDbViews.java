package io.orderlake.answers.sql;

import io.orderlake.application.lake.FindFiles;
import io.orderlake.application.lake.FindFiles.Found;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.lake.LakeFiles.StoredFile;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.ColumnType;
import io.orderlake.domain.table.TableSchema;
import io.vavr.collection.List;
import java.util.stream.Collectors;

/**
 * Views of DuckDB over the very files of one lake version: no server, no extension, no log that is
 * read anew. Columns have the types that the catalogue of tables declares, also those that are in
 * no file: the partition's, which stands in the directories' names, and those of later layouts.
 */
public final class DuckDbViews {
  private final FindFiles.Files files;
  private final String currency;

  /**
   * Of those files.
   *
   * @param currency the lake's own, which rows of Gold have that name none
   */
  public DuckDbViews(FindFiles.Files files, String currency) {
    this.files = files;
    this.currency = currency;
  }

  /** Statements, each with its semicolon, and comments between them. */
  public List<String> lines() {
    return List.of(heading(files.lake()))
        .appendAll(
            files
                .tables()
                .map(found -> schema(found.schema()))
                .distinct()
                .map(schema -> "create schema if not exists " + schema + ";"))
        .appendAll(statements());
  }

  /** One statement for each table, without a semicolon. */
  public List<String> views() {
    return files.tables().map(this::view).toList();
  }

  private List<String> statements() {
    return files
        .tables()
        .toList()
        .flatMap(
            found ->
                List.of(
                    "",
                    view(found) + ";",
                    "comment on view %s is %s;"
                        .formatted(name(found.schema()), literal(found.schema().rows()))));
  }

  private static String heading(LakeVersion lake) {
    return lake.isEmpty()
        ? "-- The lake before anything was published."
        : "-- Lake version %s, published at %s by run %s. Its files stay as long as the lake keeps the version."
            .formatted(lake.number(), lake.publishedAt(), lake.publishedBy());
  }

  /** The stage. */
  public static String schema(TableSchema table) {
    return table.id().path().substring(0, table.id().path().indexOf('/'));
  }

  private static String name(TableSchema table) {
    return table.id().path().replace('/', '.');
  }

  private String view(Found found) {
    TableSchema table = found.schema();
    String shown = List.ofAll(table.all()).map(column -> shown(table, column)).mkString(", ");
    String none =
        List.ofAll(table.all())
            .map(column -> "null::%s as %s".formatted(type(column.type()), quoted(column.name())))
            .mkString(", ");
    return "create or replace view %s as select %s from (select %s where false%s)"
        .formatted(name(table), shown, none, found.files().isEmpty() ? "" : read(found));
  }

  /** The empty rows before it give the names and types of columns that no file has. */
  private static String read(Found found) {
    Column partition = found.schema().partition();
    return " union all by name select * from read_parquet([%s], hive_partitioning = true, hive_types = {%s: %s}, union_by_name = true)"
        .formatted(
            found
                .files()
                .map(StoredFile::address)
                .sorted()
                .map(DuckDbViews::literal)
                .mkString(", "),
            literal(partition.name()),
            type(partition.type()));
  }

  private String shown(TableSchema table, Column column) {
    String stored = quoted(column.name());
    String value =
        table.id().isGold() && column.name().equals(Dimension.CURRENCY.column())
            ? "coalesce(%s, %s)".formatted(stored, literal(currency))
            : stored;
    return "%s::%s as %s".formatted(value, type(column.type()), stored);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String type(ColumnType type) {
    return type.as(
        new ColumnType.Cases<>() {
          @Override
          public String plain(ColumnType.Plain plain) {
            return switch (plain) {
              case TEXT -> "varchar";
              case INTEGER -> "integer";
              case LONG -> "bigint";
              case INSTANT -> "timestamptz";
              case DATE -> "date";
              case BYTES -> "blob";
            };
          }

          @Override
          public String decimal(int precision, int scale) {
            return "decimal(%s,%s)".formatted(precision, scale);
          }

          @Override
          public String list(ColumnType element) {
            return type(element) + "[]";
          }

          @Override
          public String struct(java.util.List<Column> fields) {
            return fields.stream()
                .map(field -> quoted(field.name()) + " " + type(field.type()))
                .collect(Collectors.joining(", ", "struct(", ")"));
          }
        });
  }
}
