package io.orderlake.bootstrap.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.ShownTimestamp;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The tables' rows as JSON that any program can hold its own reading against: times as microseconds
 * and dates as days since 1970, decimals as text, bytes as their SHA-256.
 */
final class ExpectedTables {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode tables = JSON.createObjectNode();

  /** Empty tables of these versions, as the status has them. */
  ExpectedTables(JsonNode versions) {
    versions
        .fields()
        .forEachRemaining(
            table ->
                tables
                    .putObject(table.getKey())
                    .put("version", table.getValue().get("version").asLong())
                    .putArray("rows"));
  }

  long version(String table) {
    return tables.get(table).get("version").asLong();
  }

  int rows(String table) {
    return tables.get(table).get("rows").size();
  }

  void record(BronzeRecord record) {
    put(add("bronze/orders"), record);
  }

  void quarantined(QuarantinedRecord quarantined) {
    ObjectNode row = add("silver/quarantine");
    put(row, quarantined.record());
    ArrayNode codes = row.putArray("codes");
    ArrayNode sentences = row.putArray("sentences");
    quarantined
        .reasons()
        .forEach(
            reason -> {
              codes.add(reason.code());
              sentences.add(reason.sentence());
            });
  }

  private static void put(ObjectNode row, BronzeRecord record) {
    row.put("topic", record.source().topic())
        .put("partition", record.source().partition())
        .put("offset", record.source().offset())
        .put("timestamp", ShownTimestamp.of(record.timestamp().toEpochMilli()) * 1_000)
        .put("key", digest(record.content().key()))
        .put("value", digest(record.content().value()));
    ArrayNode headers = row.putArray("headers");
    record.content().headers().forEach(h -> headers.addArray().add(h.key()).add(digest(h.value())));
  }

  void row(RefinedOrder order) {
    ObjectNode row =
        add("silver/orders")
            .put("event_id", order.eventId())
            .put("order_id", order.orderId())
            .put("product", order.product())
            .put("city", order.city())
            .put("quantity", order.quantity())
            .put("unit_price", order.unitPrice().value().toPlainString())
            .put("total_amount", order.total().value().toPlainString())
            .put("currency", order.currency())
            .put("event_time", micros(order.eventTime()))
            .put("event_date", Math.floorDiv(order.eventTime().getEpochSecond(), 86_400L))
            .put("source_partition", order.provenance().order().source().partition())
            .put("source_offset", order.provenance().order().source().offset());
    for (OptionalField field : OptionalField.ALL) {
      switch (field.form()) {
        case TEXT -> row.put(field.field(), order.optional().text(field));
        case AMOUNT -> row.put(field.field(), digits(order.optional().amount(field)));
      }
    }
    String unknown = order.provenance().unknownFields();
    row.put("unknown_fields", unknown.isEmpty() ? null : unknown);
  }

  private static @Nullable String digits(@Nullable Amount amount) {
    return amount == null ? null : amount.value().toPlainString();
  }

  void cell(GoldProjection projection, GoldCell cell) {
    Comparable<?> time = cell.key().time();
    ObjectNode row = add("gold/" + projection.table());
    projection.named(cell.key()).forEach(row::put);
    row.put(projection.partitionColumn(), cell.key().partition())
        .put(
            projection.time().name(),
            projection.time().kind() == TimeColumn.Kind.INSTANT
                ? micros((Instant) time)
                : ((LocalDate) time).toEpochDay())
        .put("revenue", cell.figures().revenue().value().toPlainString())
        .put("units", cell.figures().units())
        .put("events", cell.figures().events());
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), tables);
  }

  private ObjectNode add(String table) {
    return ((ArrayNode) tables.get(table).get("rows")).addObject();
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  private static @Nullable String digest(byte @Nullable [] bytes) {
    try {
      return bytes == null
          ? null
          : HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
