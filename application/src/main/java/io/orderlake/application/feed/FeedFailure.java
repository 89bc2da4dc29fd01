package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.domain.feed.FeedSource;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A feed that was not published whole. Publishing it again after the cause is gone counts nothing
 * twice.
 */
public sealed interface FeedFailure {
  /** What happened, where, and what to do. */
  String sentence();

  static FeedFailure unopened(FeedSource source, String problem) {
    return new Unreadable(source.name(), problem, new DeliveryCounts(0, 0, 0, Option.none()));
  }

  /**
   * The feed cannot be read, or not to its end.
   *
   * @param feed its name
   * @param problem why, and from where on
   * @param counts what was published before
   */
  record Unreadable(String feed, String problem, DeliveryCounts counts) implements FeedFailure {
    @Override
    public String sentence() {
      return feed
          + ": "
          + problem
          + (counts.sent() == 0
              ? "; nothing was published"
              : "; "
                  + counts.acknowledged()
                  + " records before it were published; correct it and publish the whole feed again,"
                  + " which counts nothing twice");
    }
  }

  /**
   * Its columns cannot be taken as they were said to be; nothing was published.
   *
   * @param feed its name
   * @param problem everything that is wrong, and the columns there are
   * @param ofCommand what was said is wrong whatever the columns are, or leaves something out
   */
  record WrongMapping(String feed, String problem, boolean ofCommand) implements FeedFailure {
    @Override
    public String sentence() {
      return feed + ": " + problem + "; nothing was published";
    }
  }

  /**
   * Some records were not stored.
   *
   * @param feed its name
   * @param counts what became of the records
   * @param causes why, and which lines
   */
  record NotDelivered(String feed, DeliveryCounts counts, Seq<Cause> causes)
      implements FeedFailure {
    @Override
    public String sentence() {
      return feed
          + ": "
          + (counts.sent() - counts.acknowledged())
          + " of "
          + counts.sent()
          + " records were not acknowledged; "
          + causes.map(Cause::sentence).mkString("; ")
          + "; "
          + (counts.acknowledged() == 0
              ? "nothing was published"
              : "the other "
                  + counts.acknowledged()
                  + " were, so publish the whole feed again when that is mended: it counts nothing"
                  + " twice");
    }

    /** True when every cause lies in the records: asking again without a change fails alike. */
    public boolean isOfRecords() {
      return causes.forAll(Cause::ofRecord);
    }
  }

  /**
   * Why records were not stored.
   *
   * @param message the cause
   * @param ofRecord it lies in the record
   * @param lines the first lines that it befell
   * @param count how many it befell
   */
  record Cause(String message, boolean ofRecord, Seq<Long> lines, long count) {
    String sentence() {
      return (count == 1 ? "line " : "lines ")
          + lines.mkString(", ")
          + (count > lines.size() ? " and " + (count - lines.size()) + " more" : "")
          + ": "
          + message;
    }
  }
}
