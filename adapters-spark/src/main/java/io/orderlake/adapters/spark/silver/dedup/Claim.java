package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A valid line that claims something of an event of which others may claim it.
 *
 * @param waits whether it lies in the quarantine and waits, or in the range
 * @param file the number of its file there
 * @param row its row in the file
 * @param order the line's place in Bronze
 * @param eventId the event id's key, as {@link IdKey#text} gives it
 * @param content what the event says; null where the line cancels it
 */
public record Claim(
    boolean waits,
    int file,
    int row,
    BronzeOrder order,
    String eventId,
    @Nullable ContentHash content)
    implements Serializable {
  /** What a verdict on a line of the range claims; null for nothing. */
  static @Nullable Claim of(int file, int row, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      RefinedOrder order = accepted.order();
      return new Claim(
          false,
          file,
          row,
          order.provenance().order(),
          IdKey.text(order.eventId()),
          order.contentHash());
    }
    if (verdict instanceof Verdict.Cancels cancels) {
      Cancellation cancellation = cancels.cancellation();
      return new Claim(
          false,
          file,
          row,
          cancellation.provenance().order(),
          IdKey.text(cancellation.eventId()),
          null);
    }
    return null;
  }

  /** What a cancellation of that event claims, which waits in the quarantine. */
  static Claim waiting(int file, int row, BronzeOrder order, String eventId) {
    return new Claim(true, file, row, order, IdKey.text(eventId), null);
  }

  boolean cancels() {
    return content == null;
  }
}
