package io.orderlake.application.feed;

import io.orderlake.application.examine.Passing;
import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * What a look at a feed shows before anything of it is published.
 *
 * @param feed its name
 * @param reading how it is read
 * @param counts what was looked at
 * @param whole true when that is all of it
 * @param passing how many events pass the rules
 * @param reasons why the others do not, the most frequent first
 * @param notes what was found out about the feed
 * @param hints what may help those that do not pass
 * @param doubt why it is surely not read as it is meant
 */
public record Examination(
    String feed,
    FeedReading reading,
    FeedCounts counts,
    boolean whole,
    long passing,
    List<Reason> reasons,
    List<String> notes,
    List<String> hints,
    Option<String> doubt) {

  /**
   * A rule that events break.
   *
   * @param code the rule's
   * @param count how many events break it
   * @param line of the first
   * @param sentence what is wrong with the first
   */
  public record Reason(String code, long count, long line, String sentence) {}

  /** How many would be quarantined. */
  public long failing() {
    return share().failing();
  }

  /** True when the feed should not be published as it is. */
  public boolean isRefused() {
    return doubt.isDefined() || share().isFew();
  }

  private Passing share() {
    return new Passing(passing, counts.events());
  }
}
