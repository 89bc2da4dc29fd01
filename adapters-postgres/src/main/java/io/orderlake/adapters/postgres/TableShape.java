package io.orderlake.adapters.postgres;

import static io.orderlake.adapters.postgres.SqlText.literal;
import static io.orderlake.adapters.postgres.SqlText.name;

import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.ColumnType;
import io.orderlake.domain.table.GoldColumns;
import io.orderlake.domain.table.TableSchema;
import io.vavr.collection.List;
import java.util.Locale;

/**
 * What a Gold table is in PostgreSQL: a table of its cells with the lake versions since and until
 * which each holds, and a view of those that hold at the version that is read.
 */
record TableShape(GoldProjection projection) {
  /** Until when a cell holds that nothing has taken the place of. */
  static final long FOR_EVER = Long.MAX_VALUE;

  private static final String HOLDS = "until_version = " + FOR_EVER;

  /** Before the cell's own columns: what tells it, and since and until which version it holds. */
  private static final List<String> OWN =
      List.of(
          "cell uuid not null", "since_version bigint not null", "until_version bigint not null");

  private TableSchema schema() {
    return GoldColumns.of(projection);
  }

  /** Texts and time, the partition, the measures: what is added to a table comes last. */
  private List<Column> columns() {
    int keys = projection.dimensions().size() + 1;
    List<Column> all = List.ofAll(schema().columns());
    return all.take(keys).append(schema().partition()).appendAll(all.drop(keys));
  }

  /** The columns of the cells as they are stored, in their order. */
  List<String> columnNames() {
    return columns().map(Column::name);
  }

  /**
   * The columns, their types and whose hours they speak of, to tell one declaration from another.
   * Whoever asks the database for the zone finds it behind the columns ({@code readers/superset}).
   */
  String declared() {
    return "%s; %s, %s"
        .formatted(columnsDeclared(), projection.zone().getId(), projection.lake().currency());
  }

  String columnsDeclared() {
    return columns().map(column -> column.name() + " " + column.type().written()).mkString(", ");
  }

  /** Of what {@link #declared} has said. */
  static String columnsIn(String declared) {
    return declared.substring(0, declared.indexOf(';'));
  }

  /** The name that people read the table under. */
  String view() {
    return "gold." + name(projection.table());
  }

  static String cells(long id) {
    return "orderlake.cells_" + id;
  }

  /** Where changes wait to be compared, for the time of a transaction; each session has its own. */
  static String stage(long id) {
    return "stage_" + id;
  }

  String create(long id) {
    List<String> columns =
        OWN.appendAll(columns().map(c -> name(c.name()) + " " + type(c.type()) + " not null"));
    return "create table %s (%s)".formatted(cells(id), columns.mkString(", "))
        + "; comment on table %s is %s"
            .formatted(cells(id), literal("The cells of gold." + projection.table()));
  }

  /** Made once the first cells are there. */
  String index(long id) {
    String cells = cells(id);
    String partition = name(projection.partitionColumn());
    return String.join(
        "; ",
        "alter table %s add primary key (cell, since_version)".formatted(cells),
        "create index on %s (%s)".formatted(cells, name(projection.time().name())),
        "create index on %s (%s) where %s".formatted(cells, partition, HOLDS),
        "create index on %s (until_version) where until_version < %s".formatted(cells, FOR_EVER),
        "analyze " + cells);
  }

  static String createStage(long id) {
    return "create temporary table if not exists %s (like %s) on commit delete rows"
        .formatted(stage(id), cells(id));
  }

  String copyInto(String table) {
    return "copy %s from stdin (format binary)".formatted(table);
  }

  /**
   * Ends what holds in some partitions and is not as it was staged.
   *
   * @param keeps whether it can be read for a while
   */
  String endOthers(long id, boolean keeps) {
    List<String> measures = measures();
    String same =
        measures.map(m -> "s." + m).mkString("(", ", ", ")")
            + " = "
            + measures.map(m -> "c." + m).mkString("(", ", ", ")");
    return end(
        id,
        keeps,
        "c.%s = any(?) and not exists (select from %s s where s.cell = c.cell and %s)"
            .formatted(name(projection.partitionColumn()), stage(id), same));
  }

  /**
   * Ends some cells.
   *
   * @param keeps as above
   */
  static String end(long id, boolean keeps) {
    return end(id, keeps, "c.cell = any(?)");
  }

  private static String end(long id, boolean keeps, String which) {
    String ended = "c.%s and %s".formatted(HOLDS, which);
    return keeps
        ? "update %s c set until_version = ? where %s".formatted(cells(id), ended)
        : "delete from %s c where ?::bigint is not null and %s".formatted(cells(id), ended);
  }

  private List<String> measures() {
    return List.ofAll(projection.measures().all()).map(measure -> name(measure.column()));
  }

  /** Adds what is staged, in some partitions what does not hold yet alone. */
  String begin(long id) {
    return "insert into %1$s select * from %2$s s where not exists (select from %1$s c where c.cell = s.cell and c.%3$s and c.%4$s = any(?))"
        .formatted(cells(id), stage(id), HOLDS, name(projection.partitionColumn()));
  }

  static String prune(long id) {
    return "delete from %s where until_version < %s and until_version <= ?"
        .formatted(cells(id), FOR_EVER);
  }

  /** The view, or the same with columns added behind those that it had. */
  String createView(long id) {
    String reading = "(select lake.reading(%s))".formatted(literal(projection.table()));
    int keys = projection.dimensions().size() + 1;
    List<String> shown =
        columnNames()
            .take(keys)
            .map(SqlText::name)
            .append(reading + " as lake_version")
            .append("since_version")
            .appendAll(columnNames().drop(keys).map(SqlText::name));
    // The last condition has no row in it: it is looked at once, also where there are no rows.
    return "create or replace view %1$s as select %2$s from %3$s where since_version <= %4$s and until_version > %4$s and %4$s is not null"
        .formatted(view(), shown.mkString(", "), cells(id), reading);
  }

  List<String> comments() {
    String lake =
        " Hours and days are those of %s; %s is the lake's own currency."
            .formatted(projection.zone().getId(), projection.lake().currency());
    return columns()
        .map(column -> comment(column.name(), column.meaning()))
        .append(
            comment("lake_version", "the lake version that this is read at, the same in all rows"))
        .append(
            comment("since_version", "the lake version with which the cell came to be as it is"))
        .prepend(
            "comment on view %s is %s"
                .formatted(view(), literal(sentence(schema().rows()) + lake)));
  }

  private String comment(String column, String meaning) {
    return "comment on column %s.%s is %s"
        .formatted(view(), name(column), literal(sentence(meaning)));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static String type(ColumnType type) {
    return type.as(
        new ColumnType.Cases<>() {
          @Override
          public String plain(ColumnType.Plain plain) {
            return switch (plain) {
              case TEXT -> "text";
              case INTEGER -> "integer";
              case LONG -> "bigint";
              case INSTANT -> "timestamptz";
              case DATE -> "date";
              case BYTES -> "bytea";
            };
          }

          @Override
          public String decimal(int precision, int scale) {
            return "numeric(%s,%s)".formatted(precision, scale);
          }

          @Override
          public String list(ColumnType element) {
            throw new IllegalArgumentException("Gold has no lists");
          }

          @Override
          public String struct(java.util.List<Column> fields) {
            throw new IllegalArgumentException("Gold has no structs");
          }
        });
  }
}
