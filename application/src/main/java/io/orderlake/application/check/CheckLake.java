package io.orderlake.application.check;

import io.orderlake.application.metrics.Scrape;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.domain.alert.Part;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds a lake to its limits: a function of its metrics, as of one moment. What needs a history of
 * them is left to the rules for Prometheus. Reads only; safe for use by several threads.
 */
public final class CheckLake {
  private final ShowMetrics metrics;
  private final InstantSource clock;

  public CheckLake(ShowMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * How the lake is. Throws nothing: what cannot be read is a finding.
   *
   * @param parts to look at; what no limit of theirs stands on is not read
   */
  public Verdict now(Set<Part> parts) {
    Seq<Condition> wanted = Conditions.of(parts);
    Scrape scrape = metrics.now(wanted.flatMap(Condition::collectors).distinct());
    return verdict(scrape, wanted, clock.instant());
  }

  /**
   * What the limits make of metrics.
   *
   * @param scrape has what the limits of these parts stand on, or says why not
   * @param at when it was taken
   */
  public static Verdict of(Scrape scrape, Set<Part> parts, Instant at) {
    return verdict(scrape, Conditions.of(parts), at);
  }

  private static Verdict verdict(Scrape scrape, Seq<Condition> wanted, Instant at) {
    Facts facts = new Facts(scrape, at);
    Tuple2<? extends Seq<Condition>, ? extends Seq<Condition>> judged =
        wanted.partition(condition -> condition.isJudged(facts));
    return new Verdict(
        at,
        judged._1.flatMap(condition -> condition.look().apply(facts)),
        judged._1.map(Condition::alert),
        judged._2.map(Condition::alert));
  }
}
