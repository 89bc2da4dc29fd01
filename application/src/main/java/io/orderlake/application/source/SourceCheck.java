package io.orderlake.application.source;

import io.orderlake.application.examine.Passing;
import io.orderlake.application.examine.ReasonCount;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * What a look at a source shows.
 *
 * @param source its name
 * @param from the feed, or the topics, that was looked at
 * @param records what was read
 * @param lines how many of the order lines pass; a record that cannot be taken apart is one line
 * @param repeats lines that pass and say the same as an earlier one under its event id: Silver
 *     keeps one of them
 * @param shown the first lines that pass, as they would stand in Silver
 * @param reasons why the others do not, the most frequent first
 * @param warnings by the code of a rule that only warns, how many of those that pass break it
 */
public record SourceCheck(
    String source,
    From from,
    Records records,
    Passing lines,
    long repeats,
    List<Row> shown,
    List<ReasonCount<Example>> reasons,
    SortedMap<String, Long> warnings) {

  /**
   * Where records come from.
   *
   * @param feed a feed's name; none for topics
   * @param topics by name; none for a feed
   */
  public record From(Option<String> feed, List<String> topics) {
    static From feed(String name) {
      return new From(Option.some(name), List.empty());
    }

    static From topics(List<String> names) {
      return new From(Option.none(), names);
    }

    @Override
    public String toString() {
      return feed.getOrElse(() -> topics.mkString(", "));
    }
  }

  /**
   * What was read.
   *
   * @param read how many records
   * @param takenApart whether the mapping takes records apart
   * @param blank lines of a feed that were blank and are no records
   * @param whole records that could not be taken apart, though the mapping does
   * @param all true when these are all that there are
   * @param compared false when there were so many event ids that later lines were not compared with
   *     all earlier ones
   */
  public record Records(
      long read, boolean takenApart, long blank, long whole, boolean all, boolean compared) {}

  /**
   * A line that passes.
   *
   * @param place where it lies
   * @param order what Silver would hold
   */
  public record Row(LinePlace place, RefinedOrder order) {}

  /**
   * A line that breaks a rule.
   *
   * @param place where it lies
   * @param at where in the record the field lies, as a JSON pointer from the record's root; or as
   *     the mapping has it; or empty
   * @param value what lies there, as JSON no longer than a line; none when nothing does
   * @param sentence what is wrong
   */
  public record Example(LinePlace place, String at, Option<String> value, String sentence) {}

  /** Whether the mapping is surely not the one that these records need. */
  public boolean isRefused() {
    return lines.isFew();
  }
}
