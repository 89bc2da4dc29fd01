package io.orderlake.application.audit;

import io.orderlake.domain.order.ContentHash;
import io.vavr.control.Option;

/**
 * Chooses by hash: the same ones every time, and all that is known of one subject or nothing.
 *
 * @param below of all numbers from 0 to {@link Long#MAX_VALUE}, those that are chosen
 */
record Sampling(long below) {
  /**
   * A choice of about so many.
   *
   * @param wanted none for all
   * @param all how many there are
   */
  static Sampling of(Option<Long> wanted, long all) {
    return new Sampling(
        wanted
            .filter(n -> n < all)
            .map(n -> (long) ((double) n / all * Long.MAX_VALUE))
            .getOrElse(Long.MAX_VALUE));
  }

  boolean holds(ContentHash key) {
    return below == Long.MAX_VALUE || key.prefix() >>> 1 < below;
  }
}
