package io.orderlake.application.check;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.function.Function;

/**
 * When an alert's trouble is there.
 *
 * @param alert whose
 * @param collectors that have to be asked for it
 * @param isOfFailures it is about collectors that fail, and is judged all the same when they do
 * @param look what is wrong, by the facts
 */
record Condition(
    Alert alert, Seq<String> collectors, boolean isOfFailures, Function<Facts, Seq<Finding>> look) {

  /** One that can be judged when all of these could read. */
  static Condition of(Alert alert, Function<Facts, Seq<Found>> look, String... collectors) {
    return new Condition(alert, List.of(collectors), false, findings(alert, look));
  }

  static Condition ofFailures(Alert alert, Function<Facts, Seq<Found>> look, String... collectors) {
    return new Condition(alert, List.of(collectors), true, findings(alert, look));
  }

  /** What is wrong and where, before it is known what it is of. */
  record Found(SortedMap<String, String> where, String what) {
    /** One of the whole lake, if there is one. */
    static Seq<Found> when(boolean wrong, String what) {
      return when(wrong, TreeMap.empty(), what);
    }

    static Seq<Found> when(boolean wrong, SortedMap<String, String> where, String what) {
      return wrong ? List.of(new Found(where, what)) : List.empty();
    }
  }

  private static Function<Facts, Seq<Finding>> findings(
      Alert alert, Function<Facts, Seq<Found>> look) {
    return facts -> look.apply(facts).map(found -> new Finding(alert, found.where(), found.what()));
  }

  boolean isJudged(Facts facts) {
    return isOfFailures || !collectors.exists(facts.failed()::containsKey);
  }
}
