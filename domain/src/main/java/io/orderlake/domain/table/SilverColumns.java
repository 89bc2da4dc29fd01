package io.orderlake.domain.table;

import static io.orderlake.domain.table.ColumnType.Plain.BYTES;
import static io.orderlake.domain.table.ColumnType.Plain.DATE;
import static io.orderlake.domain.table.ColumnType.Plain.INSTANT;
import static io.orderlake.domain.table.ColumnType.Plain.INTEGER;
import static io.orderlake.domain.table.ColumnType.Plain.LONG;
import static io.orderlake.domain.table.ColumnType.Plain.TEXT;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.table.ColumnType.Decimal;
import io.orderlake.domain.table.ColumnType.ListOf;
import java.util.List;
import java.util.stream.Stream;

/** Silver: refined orders. The optional fields of the event have the columns they declare. */
public final class SilverColumns {
  public static final String EVENT_ID = "event_id";
  public static final String ORDER_ID = "order_id";
  public static final String PRODUCT = "product";
  public static final String CITY = "city";
  public static final String QUANTITY = "quantity";
  public static final String UNIT_PRICE = "unit_price";
  public static final String TOTAL_AMOUNT = "total_amount";
  public static final String CURRENCY = "currency";
  public static final String EVENT_TIME = "event_time";
  public static final String SCHEMA_VERSION = "schema_version";
  public static final String RULE_SET_VERSION = "rule_set_version";
  public static final String WARNINGS = "warnings";
  public static final String UNKNOWN_FIELDS = "unknown_fields";
  public static final String SOURCE_TOPIC = "source_topic";
  public static final String SOURCE_PARTITION = "source_partition";
  public static final String SOURCE_OFFSET = "source_offset";
  public static final String INGEST_SEQUENCE = BronzeColumns.INGEST_SEQUENCE;
  public static final String SOURCE_LINE = "source_line";
  public static final String CONTENT_HASH = "content_hash";
  public static final String CONVERTED_AMOUNT = "converted_amount";
  public static final String EVENT_DATE = "event_date";

  /** Of a price. */
  public static final Decimal PRICE = new Decimal(18, Amount.SCALE);

  /** Of what is lowered, paid or added up for one order. */
  public static final Decimal AMOUNT = new Decimal(24, Amount.SCALE);

  /** Of what rates convert, which may be worth a thousand million times as much. */
  public static final Decimal CONVERTED = new Decimal(38, Amount.SCALE);

  private static final List<Column> REQUIRED =
      List.of(
          Column.of(
              EVENT_ID,
              TEXT,
              "the producer's id of the event; one row for each, and one of kind cancellation for each that was cancelled"),
          Column.of(ORDER_ID, TEXT, "the order that the line belongs to"),
          Column.of(PRODUCT, TEXT, "what was sold, standardised"),
          Column.of(CITY, TEXT, "where it was sold, standardised"),
          Column.of(
              QUANTITY,
              LONG,
              "how many were sold, in pieces; below 0 where they are taken back; the other way round in a row of kind cancellation"),
          Column.of(UNIT_PRICE, PRICE, "price of one piece, in units of currency"),
          Column.of(
              TOTAL_AMOUNT,
              AMOUNT,
              "quantity times unit price, less the discount; exact; below 0 for a refund"),
          Column.of(CURRENCY, TEXT, "ISO 4217 code"),
          Column.of(EVENT_TIME, INSTANT, "when it was sold"),
          Column.of(SCHEMA_VERSION, INTEGER, "the event's version as recorded"),
          Column.of(RULE_SET_VERSION, TEXT, "the version of the rules that admitted it"),
          Column.of(WARNINGS, new ListOf(TEXT), "codes of the rules it broke that only warn"),
          Column.orNull(
              UNKNOWN_FIELDS,
              TEXT,
              "fields that the contract does not know, as one JSON object; null where there are none"),
          Column.of(SOURCE_TOPIC, TEXT, "the Kafka topic that it came from"),
          Column.of(SOURCE_PARTITION, INTEGER, "the Kafka partition"),
          Column.of(SOURCE_OFFSET, LONG, "the Kafka offset"),
          Column.of(INGEST_SEQUENCE, LONG, "its record's, in Bronze"),
          Column.of(
              CONTENT_HASH,
              BYTES,
              "16 bytes of a hash of the standardised content, to tell a repeat from a conflict; of a cancellation that of the event"));

  private static final Column LINE =
      Column.later(
          3,
          SOURCE_LINE,
          INTEGER,
          "which line of its record it is, from 0; null for a record that is not taken apart");

  private static final Column CONVERTED_TOTAL =
      Column.later(
          5,
          CONVERTED_AMOUNT,
          CONVERTED,
          "total_amount in the one currency that rates convert to, rounded half to even; null where"
              + " nothing was converted");

  public static final TableSchema SCHEMA =
      new TableSchema(
          TableId.SILVER_ORDERS,
          "a valid order event, standardised and priced, one for each event id; or what takes one back that was cancelled",
          Stream.of(
                  REQUIRED.stream(),
                  OptionalField.ALL.stream().map(SilverColumns::optional),
                  Stream.of(LINE, CONVERTED_TOTAL))
              .flatMap(columns -> columns)
              .toList(),
          Column.of(EVENT_DATE, DATE, "the day of event_time, in UTC"),
          ProjectionPositionNames.OF_SILVER);

  private SilverColumns() {}

  private static Column optional(OptionalField field) {
    ColumnType type =
        switch (field.form()) {
          case TEXT -> TEXT;
          case AMOUNT -> AMOUNT;
        };
    return Column.later(field.since().layout(), field.field(), type, field.meaning());
  }
}
