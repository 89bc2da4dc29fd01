package io.orderlake.domain.table;

import static io.orderlake.domain.table.ColumnType.Plain.BYTES;
import static io.orderlake.domain.table.ColumnType.Plain.DATE;
import static io.orderlake.domain.table.ColumnType.Plain.INSTANT;
import static io.orderlake.domain.table.ColumnType.Plain.INTEGER;
import static io.orderlake.domain.table.ColumnType.Plain.LONG;
import static io.orderlake.domain.table.ColumnType.Plain.TEXT;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.ColumnType.ListOf;
import io.orderlake.domain.table.ColumnType.Struct;
import java.util.List;
import java.util.stream.Stream;

/** Bronze: records as received. */
public final class BronzeColumns {
  public static final String TOPIC = "topic";
  public static final String PARTITION = "partition";
  public static final String OFFSET = "offset";
  public static final String TIMESTAMP = "timestamp";
  public static final String TIMESTAMP_TYPE = "timestamp_type";
  public static final String KEY = "key";
  public static final String VALUE = "value";
  public static final String HEADERS = "headers";
  public static final String INGEST_SEQUENCE = "ingest_sequence";
  public static final String TIMESTAMP_MILLIS = "timestamp_millis";
  public static final String EMPTY_BEFORE = "empty_before";
  public static final String HEADER_NAMES = "header_names";
  public static final String INGEST_DATE = "ingest_date";

  /** The fields of a header. */
  public static final String HEADER_KEY = "key";

  public static final String HEADER_VALUE = "value";

  /** Where a record comes from. */
  public static final List<Column> ADDRESS =
      List.of(
          Column.of(TOPIC, TEXT, "the Kafka topic"),
          Column.of(PARTITION, INTEGER, "the Kafka partition"),
          Column.of(OFFSET, LONG, "the Kafka offset"));

  /** A record as received, and its place in Bronze's order; the quarantine keeps the same. */
  public static final List<Column> RECORD =
      Stream.concat(
              ADDRESS.stream(),
              Stream.of(
                  Column.of(
                      TIMESTAMP,
                      INSTANT,
                      "the Kafka timestamp, or the nearest time that every reader can show"),
                  Column.of(
                      TIMESTAMP_TYPE,
                      INTEGER,
                      "Kafka's number for what the timestamp says: -1 nothing, 0 when the record was created, 1 when the broker appended it"),
                  Column.orNull(KEY, BYTES, "the key as received; null where there is none"),
                  Column.orNull(
                      VALUE, BYTES, "the value as received; null in a record that deletes"),
                  Column.orNull(
                      HEADERS,
                      new ListOf(
                          new Struct(
                              List.of(
                                  Column.orNull(HEADER_KEY, TEXT, "the name"),
                                  Column.orNull(HEADER_VALUE, BYTES, "the value as received")))),
                      "names and values of the headers, in their order; null where there are none"),
                  Column.of(
                      INGEST_SEQUENCE,
                      LONG,
                      "orders rows across commits: the number of the commit that stored the record, from 0"),
                  Column.later(
                      2,
                      TIMESTAMP_MILLIS,
                      LONG,
                      "milliseconds since 1970, where timestamp is not the one that was received")))
          .toList();

  /** A record's place in Bronze's order. */
  public static final List<Column> PLACE =
      Stream.concat(
              ADDRESS.stream(),
              RECORD.stream().filter(column -> column.name().equals(INGEST_SEQUENCE)))
          .toList();

  /** A record's place in Bronze's order, and Kafka's timestamp of it. */
  public static final List<Column> MOMENT =
      Stream.concat(
              PLACE.stream(),
              RECORD.stream()
                  .filter(
                      column ->
                          column.name().equals(TIMESTAMP)
                              || column.name().equals(TIMESTAMP_MILLIS)))
          .toList();

  public static final TableSchema SCHEMA =
      new TableSchema(
          TableId.BRONZE_ORDERS,
          "a record that Kafka has acknowledged, byte for byte; only ever appended",
          Stream.concat(
                  RECORD.stream(),
                  Stream.of(
                      Column.later(
                          2,
                          EMPTY_BEFORE,
                          LONG,
                          "how many offsets right before the record hold none; null where that was not noted"),
                      Column.later(
                          2,
                          HEADER_NAMES,
                          new ListOf(BYTES),
                          "the names of the headers as received, where one of them is not UTF-8 and headers has it with replacement characters")))
              .toList(),
          Column.of(INGEST_DATE, DATE, "the day, in UTC, on which the record was stored"),
          BronzePositionNames.ALL);

  private BronzeColumns() {}
}
