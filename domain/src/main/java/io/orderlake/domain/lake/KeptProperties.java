package io.orderlake.domain.lake;

import io.vavr.collection.List;

/**
 * A lake's properties and those that it had before they were changed, so that older lake versions
 * are read as what they are.
 *
 * @param present what holds from now on
 * @param former what held before, the earliest first
 */
public record KeptProperties(LakeProperties present, List<Former> former) {
  /**
   * Properties that were changed.
   *
   * @param properties what held
   * @param upTo the last lake version that was published under them
   */
  public record Former(LakeProperties properties, long upTo) {}

  /** Those of a lake that has never had others. */
  public static KeptProperties from(LakeProperties birth) {
    return new KeptProperties(birth, List.empty());
  }

  /** The properties that a lake version was published under. */
  public LakeProperties at(long lakeVersion) {
    return former
        .find(earlier -> lakeVersion <= earlier.upTo())
        .map(Former::properties)
        .getOrElse(present);
  }

  /**
   * Whether a change was declared whose outcome is not published yet.
   *
   * @param latest the newest published lake version
   */
  public boolean isBeingChanged(long latest) {
    return former.lastOption().exists(last -> last.upTo() >= latest);
  }

  /**
   * The same with other properties from the next lake version on. What was declared after {@code
   * latest} and never published is forgotten.
   *
   * @param latest the newest published lake version
   */
  public KeptProperties changedTo(LakeProperties next, long latest) {
    List<Former> published = former.filter(earlier -> earlier.upTo() < latest);
    return new KeptProperties(
        next, latest == 0 ? published : published.append(new Former(at(latest), latest)));
  }
}
