package io.orderlake.benchmarks.section;

import io.orderlake.benchmarks.measure.Measurement;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;

/**
 * What a section found.
 *
 * @param measurements in the order of taking; the contestant that comes first is the one that the
 *     others are compared with
 * @param shown the goals that it measured
 * @param notes sentences to stand below its table
 * @param versions of the programs it measured, by name
 */
public record SectionResult(
    List<Measurement> measurements,
    List<Shown> shown,
    List<String> notes,
    Map<String, String> versions) {

  /** Those measurements alone. */
  public static SectionResult of(List<Measurement> measurements) {
    return new SectionResult(measurements, List.empty(), List.empty(), LinkedHashMap.empty());
  }

  public SectionResult showing(Goal goal, double measured) {
    return new SectionResult(
        measurements, shown.append(new Shown(goal, measured)), notes, versions);
  }

  public SectionResult noting(String sentence) {
    return new SectionResult(measurements, shown, notes.append(sentence), versions);
  }

  public SectionResult withVersion(String program, String version) {
    return new SectionResult(measurements, shown, notes, versions.put(program, version));
  }
}
