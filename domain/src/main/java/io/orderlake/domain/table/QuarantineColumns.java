package io.orderlake.domain.table;

import static io.orderlake.domain.table.ColumnType.Plain.INTEGER;
import static io.orderlake.domain.table.ColumnType.Plain.TEXT;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.ColumnType.ListOf;
import io.orderlake.domain.table.ColumnType.Struct;
import java.util.List;
import java.util.stream.Stream;

/** The quarantine: records that broke a rule, as Bronze has them, and why. */
public final class QuarantineColumns {
  public static final String REASONS = "reasons";
  public static final String RULE_SET_VERSION = "rule_set_version";
  public static final String LINE = "line";
  public static final String WAITS_FOR = "waits_for";

  /** The fields of a reason. */
  public static final String CODE = "code";

  public static final String FIELD = "field";
  public static final String SENTENCE = "sentence";

  /** What the quarantine says beside the record. */
  public static final List<Column> DECISION =
      List.of(
          Column.of(
              REASONS,
              new ListOf(
                  new Struct(
                      List.of(
                          Column.orNull(CODE, TEXT, "the rule's code"),
                          Column.orNull(FIELD, TEXT, "the field, as the producer named it"),
                          Column.orNull(SENTENCE, TEXT, "what is wrong")))),
              "every rule that it broke; empty in the row that releases it"),
          Column.of(RULE_SET_VERSION, TEXT, "the version of the rules that refused or released it"),
          Column.later(
              3,
              LINE,
              INTEGER,
              "which line of the record broke them, from 0; null for the record as a whole"),
          Column.later(
              4,
              WAITS_FOR,
              TEXT,
              "the id of the event that it cancels and waits for; null for what does not wait"));

  public static final TableSchema SCHEMA =
      new TableSchema(
          TableId.QUARANTINE,
          "a record, or a line of one, that broke a rule, with every reason, or the release of one; rows are never updated",
          Stream.concat(BronzeColumns.RECORD.stream(), DECISION.stream()).toList(),
          BronzeColumns.SCHEMA.partition(),
          ProjectionPositionNames.OF_SILVER);

  private QuarantineColumns() {}
}
