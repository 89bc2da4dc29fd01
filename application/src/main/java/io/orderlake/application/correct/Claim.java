package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.order.ContentHash;
import java.util.Arrays;

/**
 * What one table, or the replay, says about one subject: an event, or a record of Kafka.
 *
 * @param subject the hash of what it is about
 * @param order the place in Bronze of the record that it comes from
 * @param content what the event says; that of nothing where it is no event
 * @param row the hash of all of it that other rules may make otherwise; likewise
 * @param market where and for what it was sold
 * @param reasons what stands against it, as bits by the number of the word
 */
record Claim(
    ContentHash subject,
    Kind kind,
    BronzeOrder order,
    ContentHash content,
    ContentHash row,
    Market market,
    Figures figures,
    long reasons) {
  static final ContentHash NOTHING = ContentHash.of();

  /** Of a line that cancels the event of this row: that it takes back what the row adds. */
  Claim withdrawnBy(Claim cancellation) {
    return new Claim(
        subject,
        Kind.CANCELS,
        cancellation.order,
        content,
        row,
        market,
        figures.negated(),
        cancellation.reasons);
  }

  /** What is said. */
  enum Kind {
    /** Silver holds it. */
    ROW(0),
    /** The rules in force let it pass. */
    PASSES(1),
    /** The rules in force stand against it. */
    REFUSED(2),
    /** The quarantine holds it. */
    HELD(3),
    /** It will be a row of Silver and is none. */
    COMES(4),
    /** It is a row of Silver and will be none. */
    GOES(5),
    /** The rules in force let it pass, and it cancels the event. */
    CANCELS(6),
    /** Silver holds it: it takes back what the event's row adds. */
    WITHDRAWAL(7);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** How it stands in a pile. */
    byte code() {
      return code;
    }

    static Kind of(byte code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst().orElseThrow();
    }
  }
}
