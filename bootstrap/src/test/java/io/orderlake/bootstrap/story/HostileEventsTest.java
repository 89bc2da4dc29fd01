package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.text.Invisible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that would steer whatever shows them, through real Kafka and Spark to every role. */
class HostileEventsTest {
  private static final String ZONE = "ORDERLAKE_GOLD_REPORTING_ZONE";

  private static final List<String> CITIES =
      List.of(
          "\\u001b[2J\\u001b[HBerlin",
          "Ber\\u0000lin",
          "\\u009b31mWien",
          "x\\u202egnp.exe",
          "Lin\\u200bz",
          "=1+1",
          "@SUM(A1)",
          "Z\\u0341\\u0341\\u0341\\u0341\\u0341\\u0341\\u0341\\u0341\\u0341\\u0341algo",
          "Zürich",
          "東京",
          "Graz");

  private static String event(String id, String city, String time) {
    return ("{\"schema_version\":2,\"event_id\":\"%s\",\"order_id\":\"\\u001b[5m%s\","
            + "\"product\":\"\\u001b[31mRed\",\"quantity\":1,\"unit_price\":\"1\","
            + "\"currency\":\"USD\",\"city\":\"%s\",\"event_time\":\"%s\"}\n")
        .formatted(id, id, city, time);
  }

  private static String events() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < CITIES.size(); i++) {
      events.append(event("e" + i, CITIES.get(i), "2026-10-20T10:15:00Z"));
    }
    return events
        .append(event("summer", "Graz", "2026-10-25T00:30:00Z"))
        .append(event("winter", "Graz", "2026-10-25T01:30:00Z"))
        .append("{\"event_id\":\"n1\",\"price\":NaN,\"city\":\"\\u001b[2J\"}\n")
        .append(event("n2", "Graz", "\\u001b]0;title\\u0007"))
        .toString();
  }

  private static void assertSteersNothing(Outcome outcome) {
    String all = outcome.out() + outcome.err();
    assertThat(all.codePoints().filter(c -> c != '\n' && Invisible.is(c)).boxed())
        .as(all)
        .isEmpty();
  }

  private static Outcome fine(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertSteersNothing(outcome);
    return outcome;
  }

  @Test
  void no_role_lets_an_event_steer_a_terminal_and_the_repeated_hour_is_told_apart(
      @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("hostile.jsonl"), events(), UTF_8);
    StagedLake lake = new StagedLake(new CommandLineStage(folder).with(ZONE, "Europe/Berlin"));
    try (RoleProcess up =
        RoleProcess.start(
            folder, Map.of(ZONE, "Europe/Berlin"), "up", "--rate", "0", "--data", "lake")) {
      up.awaitLine("ready: ");
      fine(lake.run("produce", "--from", "hostile.jsonl"));
      lake.await(
          status ->
              StagedLake.total(status, "refined") == CITIES.size() + 2
                  && StagedLake.total(status, "quarantined") == 2
                  && StagedLake.isCaughtUp(status));
      assertThat(up.stop()).isZero();
    }

    assertThat(fine(lake.run("gold", "--limit", "50")).out())
        .contains("·[2J·[HBerlin", "·[31mRed", "Zürich", "東京", "hour (Europe/Berlin)")
        .contains("2026-10-25 02:00+02:00", "2026-10-25 02:00+01:00");
    assertThat(fine(lake.run("gold", "revenue_by_city_hour", "--csv")).out())
        .contains("\n'=1+1,", "\n'@sum(a1),", "\nZürich,");
    fine(lake.run("gold", "--json"));
    String why = fine(lake.run("quarantine", "list")).out();
    assertThat(why).contains("undecodable: the value is not JSON: NaN is no number in JSON");
    fine(lake.run("quarantine", "list", "--json"));
    fine(lake.run("quarantine"));
    fine(lake.run("status"));
    fine(lake.run("status", "--json"));
    assertThat(fine(lake.run("audit")).out()).contains("✓ lake version");
    for (String id : List.of("e0", "e1", "e3", "summer", "n2")) {
      assertSteersNothing(lake.run("explain", "event", id));
      assertSteersNothing(lake.run("explain", "event", id, "--json"));
    }
    assertTheRepeatedHourIsAskedFor(lake);
    assertSteersNothing(lake.run("gold", "no\u001b[2Jtable"));
    assertSteersNothing(lake.run("gold", "--from", "\u202e2026"));
    assertSteersNothing(lake.run("explain", "event", "\u009b2J"));
  }

  private static void assertTheRepeatedHourIsAskedFor(StagedLake lake) {
    Outcome twice = cell(lake, "2026-10-25 02:00");
    assertThat(twice.code()).isEqualTo(64);
    assertThat(twice.err())
        .contains("twice; write 2026-10-25 02:00+02:00 or 2026-10-25 02:00+01:00");
    assertThat(fine(cell(lake, "2026-10-25 02:00+02:00")).out()).contains("  event     summer at");
    assertThat(fine(cell(lake, "2026-10-25 02:00+01:00")).out())
        .contains("Graz, USD, 2026-10-25 02:00+01:00 (2026-10-25T01:00:00Z)")
        .contains("  event     winter at 2026-10-25 02:30:00+01:00");
  }

  private static Outcome cell(StagedLake lake, String hour) {
    return lake.run("explain", "revenue_by_city_hour", "--city", "Graz", "--hour", hour);
  }
}
