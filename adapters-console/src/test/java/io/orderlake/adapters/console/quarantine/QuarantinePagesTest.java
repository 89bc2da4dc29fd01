package io.orderlake.adapters.console.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.lake.LakeStage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.answers.quarantine.QuarantineJson;
import io.orderlake.answers.text.Json;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuarantinePagesTest {
  private final LakeStage stage = new LakeStage();

  private ConsoleStage console(boolean showsValues) throws IOException {
    stage
        .lake()
        .filled(
            Sent.to(0, Event.v2("e-0")),
            Sent.to(0, Event.v2("e-1").text("city", " ")),
            Sent.to(0, Event.v2("e-2").text("city", " ").with("quantity", "0")),
            Sent.to(0, Event.v2("<script>alert(1)</script>").with("quantity", "-7")));
    return stage.serve(showsValues);
  }

  private String shown(Option<String> reason, int limit) {
    return json(
        QuarantineJson.of(
            new ShowQuarantine(stage.lake().versions(), stage.lake().quarantine())
                .show(new ShowQuarantine.Query(reason, limit, AsOf.NEWEST))
                .get()));
  }

  private static String json(Map<String, ? extends @Nullable Object> document) {
    return Json.text(document).lines().mkString("\n") + "\n";
  }

  @Test
  void reasons_are_shown_with_their_records_and_those_of_the_last_day_are_new() throws IOException {
    try (ConsoleStage console = console(true)) {
      String body = console.get("/quarantine").body();

      assertThat(body)
          .contains("<strong>3 records</strong>", "text_blank", "quantity_out_of_range")
          .contains("<strong class=\"new\">new</strong>", "class=\"bar\"");
      assertThat(console.json("/quarantine?span=week").body())
          .contains("\"records\" : 3", "\"over_time\"", "\"new\" : true");
      assertThat(console.get("/quarantine?span=year").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void a_reason_leads_to_its_records_and_they_to_theirs() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/quarantine").body())
          .contains("/quarantine/records?as_of=2&amp;reason=text_blank");
      String records = console.get("/quarantine/records?reason=text_blank").body();

      assertThat(records)
          .contains("<strong>2 records</strong> held for it", "1 to 2 of 2")
          .contains("/explain?record=orders-0%402&amp;as_of=2");
    }
  }

  @Test
  void the_json_is_what_the_command_prints() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.json("/quarantine/records").body()).isEqualTo(shown(Option.none(), 20));
      assertThat(console.json("/quarantine/records?reason=text_blank&limit=1").body())
          .isEqualTo(shown(Option.some("text_blank"), 1));
    }
  }

  @Test
  void markup_in_an_event_is_text() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/quarantine/records").body())
          .doesNotContain("<script>alert")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  }

  @Test
  void a_console_that_hides_values_shows_none_in_any_form() throws IOException {
    try (ConsoleStage console = console(false)) {
      assertThat(console.get("/quarantine/records").body())
          .contains("quantity_out_of_range", "orders-0@3")
          .doesNotContain("alert", "899.99", "-7");
      assertThat(console.json("/quarantine/records").body())
          .contains("quantity_out_of_range", "(hidden)")
          .doesNotContain("alert", "899.99", "-7");
    }
  }

  @Test
  void what_is_wrong_with_a_question_is_said() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/quarantine/records?reason=bad_luck").statusCode()).isEqualTo(400);
      assertThat(console.get("/quarantine/records?skip=-1").statusCode()).isEqualTo(400);
      assertThat(console.get("/quarantine/records?skip=1000").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void of_an_empty_lake_there_is_nothing_to_show() throws IOException {
    try (ConsoleStage console = stage.serve(true)) {
      assertThat(console.get("/quarantine").body()).contains("<strong>0 records</strong>");
      assertThat(console.get("/quarantine/records").body()).contains("none of 0");
    }
  }
}
