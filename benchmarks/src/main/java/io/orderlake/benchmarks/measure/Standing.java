package io.orderlake.benchmarks.measure;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * A contestant's measurements taken together.
 *
 * @param contestant its name
 * @param measurements at least one, in the order of taking
 */
public record Standing(String contestant, List<Measurement> measurements) {
  /** All contestants, in the order in which they first appear. */
  public static List<Standing> of(Seq<Measurement> measurements) {
    return measurements
        .map(Measurement::contestant)
        .distinct()
        .map(
            name ->
                new Standing(name, measurements.filter(m -> m.contestant().equals(name)).toList()))
        .toList();
  }

  /**
   * One contestant's.
   *
   * @throws IllegalArgumentException when it was not measured
   */
  public static Standing of(Seq<Measurement> measurements, String contestant) {
    return of(measurements)
        .find(standing -> standing.contestant().equals(contestant))
        .getOrElseThrow(() -> new IllegalArgumentException(contestant + " was not measured"));
  }

  /** Rows of a turn. */
  public long rows() {
    return measurements.last().trial().rows();
  }

  /** Elapsed seconds. */
  public Summary wall() {
    return Summary.ofWall(measurements);
  }

  /** Rows in a second, by the median time. */
  public double rate() {
    return rows() / wall().median();
  }

  /** Rows for each second of a core, by the median; none where it is not known. */
  public Option<Double> ratePerCpuSecond() {
    List<Double> cpu = measurements.flatMap(m -> m.trial().cost().cpu()).map(Summary::seconds);
    return Option.when(cpu.nonEmpty(), () -> rows() / Summary.of(cpu).median());
  }

  /** Bytes, the greatest of all turns; none where it is not known. */
  public Option<Long> peakMemory() {
    return measurements.flatMap(m -> m.trial().cost().peakMemory()).max();
  }

  /** Bytes left on disk by the last turn; none where it is not known. */
  public Option<Long> bytesWritten() {
    return measurements.last().trial().bytesWritten();
  }

  /** Facts of the last turn. */
  public Map<String, String> facts() {
    return measurements.last().trial().facts();
  }

  /** How many times as fast as {@code other} this one is, by their medians. */
  public double timesAsFastAs(Standing other) {
    return rate() / other.rate();
  }
}
