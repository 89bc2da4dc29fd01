package io.orderlake.bootstrap.config;

import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * The settings of one thing that is configured under a name of its own: those whose keys begin with
 * the thing's key. What is wrong with it is noted with the place where it was set.
 */
final class Section {
  private final Values values;
  private final String key;
  private final SortedMap<String, String> parts;

  /**
   * All that is set below a key.
   *
   * @param key without a dot at its end
   */
  Section(Values values, String key) {
    this.values = values;
    this.key = key;
    this.parts = values.below(key + ".");
  }

  /** The last part of its key. */
  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** What is set under the very key, without white space at its ends. */
  Option<String> self() {
    return values.text(key);
  }

  /** What is set under a key of its own right below, without white space at its ends. */
  Option<String> get(String part) {
    return parts.get(part).map(String::strip);
  }

  /** The items of a list, or of a text with commas; nothing when it is not set. */
  List<String> list(String part) {
    return get(part)
        .map(text -> List.of(text.split(",", -1)).map(String::strip))
        .getOrElse(List.empty());
  }

  /** Whether anything is set under that key or below it. */
  boolean has(String part) {
    return names().contains(part);
  }

  /** What is set right below, or has something set below it. */
  List<String> names() {
    return parts.keySet().toList().map(Section::first).distinct();
  }

  /** All that is set below, with the dots in between. */
  List<String> keys() {
    return parts.keySet().toList();
  }

  /** The first name of several with dots in between. */
  static String first(String keys) {
    int dot = keys.indexOf('.');
    return dot < 0 ? keys : keys.substring(0, dot);
  }

  Section section(String part) {
    return new Section(values, key + "." + part);
  }

  /**
   * Notes what is wrong with it as a whole.
   *
   * @param sentence goes on after the key
   */
  void problem(String sentence) {
    values.problem(key, key + sentence);
  }

  /**
   * Notes what is wrong with a part that is set.
   *
   * @param sentence goes on after the part's key
   */
  void problem(String part, String sentence) {
    values.problem(key + "." + part, key + "." + part + sentence);
  }

  /** How many problems are noted so far, of everything. */
  int problems() {
    return values.problems().size();
  }
}
