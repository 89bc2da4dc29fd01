package io.orderlake.application.lake;

import io.vavr.control.Option;

/**
 * What a configuration says a lake should be.
 *
 * @param value what holds for a new lake
 * @param saidBy who said so, for people; none for a default, which is no disagreement with anything
 */
public record Wish<T>(T value, Option<String> saidBy) {
  public static <T> Wish<T> byDefault(T value) {
    return new Wish<>(value, Option.none());
  }

  public boolean isSaid() {
    return saidBy.isDefined();
  }
}
