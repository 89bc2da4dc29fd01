package io.orderlake.benchmarks.report;

import static io.orderlake.benchmarks.measure.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReportMarkdownTest {
  private final SectionResult silver =
      SectionResult.of(List.of(turn("Orderlake", 3000, 1), turn("Spark SQL", 3000, 2)))
          .showing(Goal.SILVER_TO_SPARK_SQL, 3)
          .noting("One evaluation, one write.")
          .withVersion("DuckDB", "9");

  private final String page =
      new ReportMarkdown(
              new Report(
                  Instant.parse("2026-11-24T12:00:00Z"),
                  new Machine(LinkedHashMap.of("cores", "2"), LinkedHashMap.of("Java", "17")),
                  0.1,
                  2.25,
                  3000,
                  1,
                  List.of(
                      Report.Part.done("silver", "the rules", silver),
                      Report.Part.failed("gold", "the sums", "10 is not 11"))))
          .text();

  @Test
  void the_circumstances_stand_first() {
    assertThat(page)
        .contains("- 2026-11-24 12:00 UTC, cores 2\n")
        .contains("- Java 17, DuckDB 9\n")
        .contains("- load average 0.1 at the start, 2.3 at the end\n")
        .contains("- 3,000 events in the corpus, 1 measurement of each contestant, interleaved\n");
  }

  @Test
  void every_goal_is_listed_with_floor_and_aim_whether_measured_or_not() {
    assertThat(page)
        .contains(Goal.SILVER_TO_SPARK_SQL.what() + " | ≥ 2.8 × | ≥ 4 × | 3.00 × | floor reached |")
        .contains(Goal.FRESHNESS.what() + " | ≤ 2.5 s | ≤ 1.5 s | – | not measured |");
  }

  @Test
  void a_section_compares_all_contestants_with_its_first() {
    assertThat(page)
        .contains("## silver: the rules\n")
        .contains("| Orderlake is faster by |\n")
        .contains("| Orderlake | 3,000 | 1.00 | 3,000 | 1,500 | 1.0 | – | – |\n")
        .contains("| Spark SQL | 3,000 | 2.00 | 1,500 | 750 | 2.0 | – | 2.00 × |\n")
        .contains("- One evaluation, one write.\n");
  }

  @Test
  void a_failed_section_says_why() {
    assertThat(page).contains("## gold: the sums\n\n- **failed**: 10 is not 11\n");
  }
}
