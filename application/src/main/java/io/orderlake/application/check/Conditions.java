package io.orderlake.application.check;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Part;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;

/** Of each alert, when its trouble is there. What takes a window of time goes by durable times. */
final class Conditions {
  /** In the order of the alerts. */
  static final List<Condition> ALL =
      FreshConditions.ALL.appendAll(CompleteConditions.ALL).appendAll(HealthyConditions.ALL);

  private Conditions() {}

  /** Those of some parts; that something cannot be read is of all of them. */
  static Seq<Condition> of(Set<Part> parts) {
    return ALL.filter(
        condition ->
            condition.alert() == Alert.COLLECTOR_FAILED
                || parts.contains(condition.alert().part()));
  }
}
