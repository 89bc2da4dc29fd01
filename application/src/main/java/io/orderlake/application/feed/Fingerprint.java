package io.orderlake.application.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.time.Instant;
import java.util.List;

/** What an event amounts to: its content when it passes the rules, else its bytes. */
final class Fingerprint {
  private static final BronzeOrder NOWHERE = new BronzeOrder(0, new SourcePosition("feed", 0, 0));

  /** All that a cancellation says beside the event's id. */
  private static final ContentHash CANCELLATION = ContentHash.of("cancellation");

  private Fingerprint() {}

  /** The record that an event would become. */
  static BronzeRecord asStored(byte[] value, Instant now) {
    return new BronzeRecord(
        NOWHERE, now, TimestampType.CREATE_TIME, new BronzeRecord.Content(null, value, List.of()));
  }

  static ContentHash of(byte[] value, RecordRefiner refiner, Instant now) {
    Verdict verdict = refiner.refine(asStored(value, now)).whole();
    return verdict instanceof Verdict.Accepted accepted
        ? accepted.order().contentHash()
        : verdict instanceof Verdict.Cancels ? CANCELLATION : ofBytes(value);
  }

  /** What a row of Silver amounts to. */
  static ContentHash of(RefinedOrder row) {
    return row.isWithdrawal() ? CANCELLATION : row.contentHash();
  }

  static ContentHash ofBytes(byte[] value) {
    return ContentHash.of("bytes", new String(value, ISO_8859_1));
  }
}
