package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.silver.ContentHash;

/**
 * What one table, or the replay, says about one subject: an event, or a record of Kafka.
 *
 * @param subject the hash of what it is about
 * @param order the place in Bronze of the record that it comes from
 * @param content what the event says; that of nothing where it is no event
 * @param reasons what stands against it, as bits by the number of the word
 */
record Claim(
    ContentHash subject,
    Kind kind,
    BronzeOrder order,
    ContentHash content,
    String city,
    Revenue revenue,
    long reasons) {
  static final ContentHash NOTHING = ContentHash.of();

  /** What is said. */
  enum Kind {
    /** Silver holds it. */
    ROW,
    /** The rules in force let it pass. */
    PASSES,
    /** The rules in force stand against it. */
    REFUSED,
    /** The quarantine holds it. */
    HELD,
    /** It will be a row of Silver and is none. */
    COMES,
    /** It is a row of Silver and will be none. */
    GOES
  }
}
