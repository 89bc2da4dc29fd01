package io.orderlake.domain.quarantine;

import io.orderlake.domain.bronze.BronzeOrder;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That something was quarantined, without its bytes.
 *
 * @param order its place in Bronze's order
 * @param timestamp Kafka's, of the record
 * @param codes of the rules that it broke, each once; never empty
 * @param isReleased whether it has passed since
 */
public record QuarantineEntry(
    BronzeOrder order, Instant timestamp, Set<String> codes, boolean isReleased) {
  public QuarantineEntry {
    codes = Set.copyOf(codes);
  }

  /** What is to be told of that record. */
  public static QuarantineEntry of(QuarantinedRecord quarantined, boolean isReleased) {
    return new QuarantineEntry(
        quarantined.order(),
        quarantined.record().timestamp(),
        quarantined.reasons().stream()
            .map(QuarantineReason::code)
            .collect(Collectors.toUnmodifiableSet()),
        isReleased);
  }
}
