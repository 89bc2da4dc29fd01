package io.orderlake.bootstrap.demo;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.generate.ExpectedOutcome;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import java.math.BigDecimal;

/** What the generator says was sent, against what the lake says it holds. */
final class Verdict {
  private Verdict() {}

  /**
   * One figure on both sides.
   *
   * @param what in words
   * @param sent what the generator expects
   * @param found what the lake holds
   * @param holds true when they are the same
   */
  record Comparison(String what, String sent, String found, boolean holds) {}

  static List<Comparison> of(
      ExpectedOutcome expected, LakeVersion lake, Seq<GoldPage> gold, QuarantinePage quarantine) {
    Conservation sums = lake.totals();
    List<Comparison> all =
        List.of(
            count("events acknowledged by Kafka, read from Bronze", expected.total(), sums.read()),
            count("refined to Silver", expected.refined(), sums.refined()),
            count("quarantined", expected.quarantined(), sums.quarantined()),
            count("duplicates, counted once", expected.duplicates(), sums.duplicates()),
            new Comparison(
                "quarantined by reason, each of them",
                reasons(expected.quarantinedByReason()),
                reasons(quarantine.byReason()),
                expected.quarantinedByReason().equals(quarantine.byReason())));
    for (GoldPage page : gold) {
      String table = page.projection().table();
      all =
          all.append(count("events in " + table, expected.refined(), page.totals().events()))
              .append(
                  new Comparison(
                      "revenue in " + table,
                      Numbers.money(expected.revenue()),
                      Numbers.money(revenue(page)),
                      isSame(expected.revenue(), revenue(page))));
    }
    return all;
  }

  private static SortedMap<String, BigDecimal> revenue(GoldPage page) {
    return page.totals().byCurrency().mapValues(figures -> figures.revenue().value());
  }

  private static boolean isSame(
      SortedMap<String, BigDecimal> sent, SortedMap<String, BigDecimal> found) {
    return sent.keySet().equals(found.keySet())
        && sent.forAll(sum -> sum._2.compareTo(found.get(sum._1).get()) == 0);
  }

  private static Comparison count(String what, long sent, long found) {
    return new Comparison(what, Numbers.count(sent), Numbers.count(found), sent == found);
  }

  private static String reasons(SortedMap<String, Long> byReason) {
    return Numbers.count(byReason.values().sum().longValue())
        + " in "
        + Numbers.count(byReason.size(), "reason");
  }
}
