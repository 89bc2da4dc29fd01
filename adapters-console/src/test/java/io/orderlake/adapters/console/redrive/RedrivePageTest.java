package io.orderlake.adapters.console.redrive;

import static io.orderlake.adapters.console.lake.LakeStage.sold;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.lake.LakeStage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.answers.correct.RedriveJson;
import io.orderlake.answers.text.Json;
import io.orderlake.domain.order.RuleSettings;
import io.vavr.control.Option;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedrivePageTest {
  private final LakeStage stage = new LakeStage();

  /** Refined while no more than 5 were allowed; now 10 are. */
  private ConsoleStage console() throws IOException {
    stage
        .lake()
        .under(RuleSettings.DEFAULTS.withMaxQuantity(5))
        .filled(
            sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1),
            sold("e-1", "Oslo", "2026-11-22T10:30:00Z", 9),
            sold("e-2", "Bern", "2026-11-22T10:30:00Z", 99))
        .under(RuleSettings.DEFAULTS.withMaxQuantity(10));
    return stage.serve(true);
  }

  @Test
  void the_dry_run_says_what_would_come_by_reason_and_city() throws IOException {
    try (ConsoleStage console = console()) {
      assertThat(console.get("/redrive").body())
          .contains("1 of 2 quarantined records pass", "quantity_out_of_range", "Oslo", "8,099.91")
          .doesNotContain("Bern");
    }
  }

  @Test
  void the_json_is_what_the_dry_run_of_the_command_prints() throws IOException {
    try (ConsoleStage console = console()) {
      assertThat(console.json("/redrive").body())
          .isEqualTo(
              Json.text(RedriveJson.of(stage.redrive().preview(Option.none())))
                      .lines()
                      .mkString("\n")
                  + "\n");
      assertThat(console.json("/redrive?reason=text_blank").body()).contains("\"judged\" : 0");
    }
  }

  @Test
  void asking_takes_the_token_and_no_more_than_the_reason_that_is_shown() throws IOException {
    try (ConsoleStage console = console()) {
      assertThat(console.get("/redrive").body()).doesNotContain("method=\"post\"");
      assertThat(console.getKnown("/redrive?reason=quantity_out_of_range").body())
          .contains(
              "action=\"/ask\"",
              "name=\"job\" value=\"redrive\"",
              "name=\"reason\" value=\"quantity_out_of_range\"");
    }
  }

  @Test
  void of_an_older_version_it_says_what_it_would_have_done_and_asks_for_nothing()
      throws IOException {
    try (ConsoleStage console = console()) {
      assertThat(console.getKnown("/redrive?as_of=0").body())
          .contains("0 of 0 quarantined records pass", "of the lake as it is now")
          .doesNotContain("method=\"post\"");
    }
  }

  @Test
  void a_reason_that_there_is_not_is_named() throws IOException {
    try (ConsoleStage console = console()) {
      assertThat(console.get("/redrive?reason=bad_luck").statusCode()).isEqualTo(400);
    }
  }
}
