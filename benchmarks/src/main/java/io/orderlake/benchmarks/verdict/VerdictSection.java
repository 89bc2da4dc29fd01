package io.orderlake.benchmarks.verdict;

import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.benchmarks.verdict.VerdictRate.Kind;
import io.vavr.collection.List;
import java.util.Locale;

/** How many records a thread judges in a second, from their bytes to the verdict, by JMH. */
public final class VerdictSection implements Section {
  private static final double MILLION = 1e6;

  @Override
  public String name() {
    return "verdicts";
  }

  @Override
  public String title() {
    return "records judged per second on one thread, by JMH";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    SectionResult result = SectionResult.of(List.empty());
    for (Kind kind : Kind.values()) {
      context.screen().progress("verdicts: " + kind.meaning());
      VerdictRate rate = VerdictRate.measure(kind);
      result = result.noting(sentence(kind, rate));
      if (kind == Kind.USUAL_MIX) {
        result = result.showing(Goal.VERDICTS, rate.perSecond() / MILLION);
      }
    }
    return result;
  }

  private static String sentence(Kind kind, VerdictRate rate) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f M/s on one thread (%.2f to %.2f over the iterations)",
        kind.meaning(),
        rate.perSecond() / MILLION,
        rate.lowest() / MILLION,
        rate.highest() / MILLION);
  }
}
