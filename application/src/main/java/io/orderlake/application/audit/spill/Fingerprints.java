package io.orderlake.application.audit.spill;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinedOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands a row, a cell or a key for 16 bytes of a hash. Two things with one fingerprint are taken
 * for the same; among 10^12 of them the chance that two different ones share one is below 10^-14.
 */
public final class Fingerprints {
  private Fingerprints() {}

  /** Everything that meets over one event id. */
  public static ContentHash event(String eventId) {
    return ContentHash.of("event", eventId);
  }

  /** A record, or a line, that is no valid event, so that nothing else can be about it. */
  public static ContentHash position(LinePosition position) {
    SourcePosition source = position.source();
    return ContentHash.of(
        "record",
        source.topic(),
        Integer.toString(source.partition()),
        Long.toString(source.offset()),
        Integer.toString(position.line()));
  }

  /** One cell of one Gold table. */
  public static ContentHash cell(String table, GoldKey key) {
    List<String> parts = new ArrayList<>(List.of(table, key.partition(), key.time().toString()));
    parts.addAll(key.texts());
    return ContentHash.of(parts.toArray(String[]::new));
  }

  /** How the row came to be that takes back an event; what it takes back is told by its content. */
  public static ContentHash withdrawal(RefinedOrder.Provenance provenance) {
    List<String> parts = new ArrayList<>(List.of("withdrawal"));
    parts.addAll(provenance(provenance));
    return ContentHash.of(parts.toArray(String[]::new));
  }

  /** All of it but the unknown fields. */
  private static List<String> provenance(RefinedOrder.Provenance provenance) {
    SourcePosition source = provenance.order().source();
    return List.of(
        source.topic(),
        Integer.toString(source.partition()),
        Long.toString(source.offset()),
        Integer.toString(provenance.order().line()),
        Long.toString(provenance.order().ingestSequence()),
        Integer.toString(provenance.schemaVersion()),
        provenance.ruleSet(),
        String.join(" ", provenance.warnings()));
  }

  /** Every field of a Silver row. */
  public static ContentHash row(RefinedOrder order) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                order.eventId(),
                order.orderId(),
                order.product(),
                order.city(),
                Long.toString(order.quantity()),
                order.unitPrice().value().toString(),
                order.total().value().toString(),
                order.currency(),
                micros(order.eventTime()),
                order.provenance().unknownFields(),
                order.contentHash().toString(),
                toldFromEmpty(order.converted() == null ? null : order.converted().plain())));
    parts.addAll(provenance(order.provenance()));
    OptionalField.ALL.forEach(field -> parts.add(toldFromEmpty(order.optional().plain(field))));
    return ContentHash.of(parts.toArray(String[]::new));
  }

  private static String toldFromEmpty(@Nullable String value) {
    return value == null ? "" : "=" + value;
  }

  /** Since 1970; of years, too, whose nanoseconds no long can count. */
  private static String micros(Instant time) {
    return Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
  }

  /** A quarantined record with its reasons, in their order. */
  public static ContentHash quarantined(BronzeRecord record, List<QuarantineReason> reasons) {
    List<String> parts = new ArrayList<>();
    for (QuarantineReason reason : reasons) {
      parts.addAll(List.of(reason.code(), reason.field(), reason.sentence()));
    }
    parts.add(Long.toString(record.order().ingestSequence()));
    parts.add(record.timestamp().toString());
    parts.add(record.timestampType().name());
    parts.add(text(record.content().key()));
    parts.add(text(record.content().value()));
    for (RecordHeader header : record.content().headers()) {
      parts.add(header.key());
      parts.add(text(header.value()));
    }
    return ContentHash.of(parts.toArray(String[]::new));
  }

  /** Bytes as text of which no two are the same; nothing is told from no bytes. */
  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : "=" + new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
