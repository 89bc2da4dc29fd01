package io.orderlake.application.generate;

import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import java.math.BigDecimal;

/**
 * What all acknowledged events together must come to.
 *
 * @param refined events
 * @param duplicates events
 * @param quarantined events
 * @param quarantinedByReason events by reason code; one with two reasons counts under both
 * @param warnings refined events by warning code
 * @param units sold, of the refined events
 * @param revenue of the refined events by currency, exact
 */
public record ExpectedOutcome(
    long refined,
    long duplicates,
    long quarantined,
    SortedMap<String, Long> quarantinedByReason,
    SortedMap<String, Long> warnings,
    long units,
    SortedMap<String, BigDecimal> revenue) {
  public static final ExpectedOutcome NOTHING =
      new ExpectedOutcome(0, 0, 0, TreeMap.empty(), TreeMap.empty(), 0, TreeMap.empty());

  /** This outcome and one more event. */
  public ExpectedOutcome plus(Expectation expectation) {
    if (expectation instanceof Expectation.Refined event) {
      return new ExpectedOutcome(
          refined + 1,
          duplicates,
          quarantined,
          quarantinedByReason,
          counted(warnings, event.warnings()),
          units + event.sale().quantity(),
          revenue.put(event.sale().currency(), event.sale().total(), BigDecimal::add));
    }
    if (expectation instanceof Expectation.Quarantined event) {
      return new ExpectedOutcome(
          refined,
          duplicates,
          quarantined + 1,
          counted(quarantinedByReason, event.reasons()),
          warnings,
          units,
          revenue);
    }
    return new ExpectedOutcome(
        refined, duplicates + 1, quarantined, quarantinedByReason, warnings, units, revenue);
  }

  private static SortedMap<String, Long> counted(
      SortedMap<String, Long> counts, SortedSet<String> codes) {
    SortedMap<String, Long> more = counts;
    for (String code : codes) {
      more = more.put(code, 1L, Math::addExact);
    }
    return more;
  }

  public long total() {
    return refined + duplicates + quarantined;
  }
}
