package io.orderlake.benchmarks.verdict;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A measured throughput of one thread.
 *
 * @param perSecond records per second, mean over the iterations
 * @param lowest of the iterations
 * @param highest of the iterations
 */
public record VerdictRate(double perSecond, double lowest, double highest) {
  /** What is measured. */
  public enum Kind {
    /** Verdicts on the generator's usual records: some old, some broken, some repeated. */
    USUAL_MIX("usualMix", "verdicts on the generator's usual mix"),
    /** Verdicts on valid records of version 2. */
    VALID_V2("validV2", "verdicts on valid records of version 2"),
    /** Verdicts on the lines of nested records, three in each, which a mapping takes apart. */
    MAPPED_LINES("mappedLines", "verdicts on lines of mapped records that have three each"),
    /** The same in Avro behind a registry's frame. */
    MAPPED_AVRO_LINES("mappedAvroLines", "the same in Avro behind a registry's frame"),
    /** Decoding alone. */
    DECODE("decode", "decoding alone"),
    /** Finding the event id alone. */
    EVENT_ID("eventId", "finding the event id alone");

    private final String method;
    private final String meaning;

    Kind(String method, String meaning) {
      this.method = method;
      this.meaning = meaning;
    }

    /** A few words for a report. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * Measures in a JVM of its own, on one thread, for about a quarter of a minute.
   *
   * @throws RunnerException when the benchmark cannot be run; the message says why
   */
  public static VerdictRate measure(Kind kind) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(
            "^" + VerdictBenchmark.class.getName().replace(".", "\\.") + "\\." + kind.method + "$")
        .forks(1)
        .threads(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(2))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    var measured = new Runner(options.build()).runSingle().getPrimaryResult().getStatistics();
    return new VerdictRate(measured.getMean(), measured.getMin(), measured.getMax());
  }
}
