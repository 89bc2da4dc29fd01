package io.orderlake.benchmarks.report;

import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.benchmarks.section.Shown;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A run of the benchmark.
 *
 * @param at when it ended
 * @param machine where
 * @param loadBefore the load average at the start
 * @param loadAfter the load average at the end
 * @param rows events of the corpus
 * @param repetitions measurements of each contestant
 * @param parts the sections
 */
public record Report(
    Instant at,
    Machine machine,
    double loadBefore,
    double loadAfter,
    long rows,
    int repetitions,
    List<Part> parts) {

  /**
   * A section and what came of it.
   *
   * @param failure why there is nothing, or not all
   */
  public record Part(String name, String title, SectionResult result, Option<String> failure) {
    public static Part done(String name, String title, SectionResult result) {
      return new Part(name, title, result, Option.none());
    }

    public static Part failed(String name, String title, String failure) {
      return new Part(name, title, SectionResult.of(List.empty()), Option.of(failure));
    }
  }

  /** What was measured for the goal; none when no section showed it. */
  public Option<Double> measured(Goal goal) {
    return parts
        .flatMap(part -> part.result().shown())
        .find(shown -> shown.goal() == goal)
        .map(Shown::measured);
  }

  /** The versions of all programs. */
  public Map<String, String> versions() {
    return parts.foldLeft(
        machine.versions(), (versions, part) -> versions.merge(part.result().versions()));
  }
}
