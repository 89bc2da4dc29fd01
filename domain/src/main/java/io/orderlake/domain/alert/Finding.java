package io.orderlake.domain.alert;

import io.vavr.collection.SortedMap;

/**
 * Something that is wrong now.
 *
 * @param alert what
 * @param where the labels that tell it from others of the same alert, e.g. topic and partition
 * @param what a sentence for people with the values, without a full stop
 */
public record Finding(Alert alert, SortedMap<String, String> where, String what) {
  /** What tells one trouble from another, however long it lasts and whatever its values become. */
  public record Key(Alert alert, SortedMap<String, String> where) {}

  public Key key() {
    return new Key(alert, where);
  }
}
