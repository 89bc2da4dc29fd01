package io.orderlake.bootstrap.cli.produce;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.generate.GenerationReport;
import io.orderlake.protocol.lake.CountsJson;
import io.vavr.collection.SortedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was published, for people and for programs. */
final class ProduceText {
  private ProduceText() {}

  static String progress(DeliveryCounts counts) {
    return Numbers.count(counts.sent())
        + " sent, "
        + Numbers.count(counts.acknowledged())
        + " acknowledged, "
        + Numbers.count(counts.failed())
        + " failed";
  }

  static String sentence(GenerationReport report, long seed) {
    return Numbers.count(report.counts().acknowledged(), "event")
        + " acknowledged in "
        + Numbers.seconds(report.elapsed())
        + " (seed "
        + seed
        + "); expected: "
        + Numbers.count(report.expected().refined())
        + " refined, "
        + Numbers.count(report.expected().quarantined())
        + " quarantined, "
        + Numbers.count(report.expected().duplicates(), "duplicate")
        + ", revenue "
        + Numbers.money(report.expected().revenue());
  }

  static Map<String, Object> json(GenerationReport report, long seed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("acknowledged", report.counts().acknowledged());
    map.put("seconds", report.elapsed().toMillis() / 1000.0);
    map.put("seed", seed);
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("refined", report.expected().refined());
    expected.put("quarantined", report.expected().quarantined());
    expected.put("duplicates", report.expected().duplicates());
    expected.put(
        CountsJson.QUARANTINED_BY_REASON, report.expected().quarantinedByReason().toJavaMap());
    expected.put("units", report.expected().units());
    SortedMap<String, String> revenue =
        report.expected().revenue().mapValues(BigDecimal::toPlainString);
    if (revenue.size() <= 1) {
      expected.put("revenue", revenue.values().headOption().getOrElse("0"));
    }
    expected.put("revenue_by_currency", revenue.toJavaMap());
    map.put("expected", expected);
    return map;
  }
}
