package io.orderlake.domain.silver;

import io.orderlake.domain.order.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a valid order, given what Silver holds under its event id. Records are asked in
 * Bronze order, so the first one stays and a replay decides the same.
 */
public enum Admission {
  /** Nobody has the id: it becomes a Silver row. */
  FIRST,
  /** The id is taken by the same content: counted, kept once. */
  DUPLICATE,
  /** The id is taken by other content: quarantined. */
  CONFLICT;

  /**
   * Decides.
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
