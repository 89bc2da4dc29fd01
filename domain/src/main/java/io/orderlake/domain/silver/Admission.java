package io.orderlake.domain.silver;

import io.orderlake.domain.order.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a valid line, given what Silver holds under its event id. Lines are asked in
 * Bronze order, so the first one stays and a replay decides the same.
 */
public enum Admission {
  /** Nobody has said it of the event: it becomes a Silver row. */
  FIRST,
  /** It was said of the event before: counted, kept once. */
  DUPLICATE,
  /** The id is taken by other content: quarantined. */
  CONFLICT,
  /** It cancels an event that is not there yet: quarantined, until the event is there. */
  WAITS;

  /**
   * Decides on an order; on orders and cancellations {@link Admitting} does.
   *
   * @param held the content that the first record of this event id had; null when there is none
   * @param candidate the content of the order that asks
   */
  public static Admission of(@Nullable ContentHash held, ContentHash candidate) {
    if (held == null) {
      return FIRST;
    }
    return held.equals(candidate) ? DUPLICATE : CONFLICT;
  }
}
