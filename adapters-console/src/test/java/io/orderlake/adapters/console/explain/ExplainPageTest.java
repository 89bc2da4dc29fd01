package io.orderlake.adapters.console.explain;

import static io.orderlake.adapters.console.lake.LakeStage.sold;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.lake.LakeStage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.answers.explain.ExplanationJson;
import io.orderlake.answers.text.Json;
import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.text.Invisible;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainPageTest {
  private static final String CELL =
      "/explain?table=revenue_by_city_hour&city=Berlin&hour=2026-11-22T10:00:00Z";
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u0000\u001b[2J\u202e\"'&amp;";

  private final LakeStage stage = new LakeStage();

  private static Sent hostile() {
    return new Sent(
        0,
        Sent.NOON,
        new BronzeRecord.Content(
            HOSTILE.getBytes(UTF_8),
            HOSTILE.getBytes(UTF_8),
            List.of(new RecordHeader(HOSTILE, new byte[] {0, -1, 'a'}))));
  }

  private ConsoleStage console(boolean showsValues) throws IOException {
    stage
        .lake()
        .filled(
            sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1),
            sold("e-1", "Berlin", "2026-11-22T10:30:00Z", 2),
            Sent.to(0, Event.v2("e-2").with("quantity", "0")),
            hostile());
    return stage.serve(showsValues);
  }

  private static String json(Map<String, ? extends @Nullable Object> document) {
    return Json.text(document).lines().mkString("\n") + "\n";
  }

  @Test
  void a_cell_is_shown_with_the_rows_that_add_up_to_it() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get(CELL).body())
          .contains("revenue 2,699.97, 3 units, 2 events", "2 rows of Silver add up to it")
          .contains("/explain?record=orders-0%400&amp;as_of=2", "e-0", "e-1");
      assertThat(console.json(CELL).body())
          .isEqualTo(
              json(
                  ExplanationJson.of(
                      stage
                          .lake()
                          .cells()
                          .explain(
                              new ExplainCell.Query(
                                  "revenue_by_city_hour",
                                  List.of("Berlin", "USD"),
                                  "2026-11-22T10:00:00Z",
                                  20,
                                  AsOf.NEWEST))
                          .get())));
    }
  }

  @Test
  void more_rows_can_be_asked_for() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get(CELL + "&limit=1").body())
          .contains("2 rows of Silver add up to it", "and 1 row more");
    }
  }

  @Test
  void an_event_and_a_record_are_explained_as_the_command_does() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/explain?event=e-1").body()).contains("orders-0@1: refined");
      assertThat(console.json("/explain?event=e-1").body())
          .isEqualTo(
              json(ExplanationJson.of(stage.lake().records().event("e-1", AsOf.NEWEST).get())));
      assertThat(console.json("/explain?record=orders/0/1").body())
          .isEqualTo(console.json("/explain?event=e-1").body());
    }
  }

  @Test
  void what_the_rules_said_then_and_say_now_stands_side_by_side() throws IOException {
    try (ConsoleStage strict = console(true)) {
      String before = strict.get("/explain?record=orders/0/1").body();
      assertThat(before).contains("they accept it");
    }
    stage.lake().under(RuleSettings.DEFAULTS.withMaxQuantity(1));
    try (ConsoleStage stricter = stage.serve(true)) {
      assertThat(stricter.get("/explain?record=orders/0/1").body())
          .contains("<td>now</td>", "quantity_out_of_range");
    }
  }

  @Test
  void bytes_are_shown_as_text_with_what_is_invisible_named_and_in_hexadecimal()
      throws IOException {
    try (ConsoleStage console = console(true)) {
      String body = console.get("/explain?record=orders/0/3").body();

      assertThat(body)
          .doesNotContain("<img")
          .contains("&lt;img src=x onerror=alert(1)&gt;")
          .contains("[U+0000]", "[U+001B]", "[U+202E]")
          .contains("000000  3c 69 6d 67 20 73 72 63 3d 78 20 6f 6e 65 72 72")
          .contains("0x00ff61");
      assertThat(body.codePoints().filter(c -> c != '\n' && Invisible.is(c)).boxed().toList())
          .isEmpty();
    }
  }

  @Test
  void a_console_that_hides_values_shows_none_in_any_form() throws IOException {
    try (ConsoleStage console = console(false)) {
      for (String path :
          List.of(
              "/explain?record=orders/0/3", "/explain?record=orders/0/0", "/explain?event=e-2")) {
        assertThat(console.get(path).body())
            .as(path)
            .contains("which this console does not show")
            .doesNotContain("onerror", "899.99", "Laptop", "100045");
        assertThat(console.json(path).body())
            .as(path)
            .contains("(hidden)")
            .doesNotContain("onerror", "899.99", "Laptop", "100045");
      }
      assertThat(console.get(CELL).body())
          .contains("2,699.97", "not shown")
          .doesNotContain("Laptop", "899.99");
    }
  }

  @Test
  void an_older_version_knows_what_it_knew() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/explain?record=orders/0/0&as_of=0").body())
          .contains("not read by Silver yet");
    }
  }

  @Test
  void what_there_is_not_is_said() throws IOException {
    try (ConsoleStage console = console(true)) {
      assertThat(console.get("/explain").body()).contains("Explain the event");
      assertThat(console.json("/explain").body()).contains("revenue_by_product_day");
      assertThat(console.get("/explain?event=e-9").statusCode()).isEqualTo(404);
      assertThat(console.get("/explain?record=orders/0/99").statusCode()).isEqualTo(404);
      assertThat(console.get(CELL.replace("Berlin", "Oslo")).statusCode()).isEqualTo(404);
      assertThat(console.get(CELL.replace("T10", "T03")).statusCode()).isEqualTo(404);
      assertThat(console.get("/explain?table=revenue_by_city_hour").statusCode()).isEqualTo(400);
      assertThat(console.get("/explain?table=none").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void what_makes_no_sense_is_told_from_what_there_is_not() throws IOException {
    try (ConsoleStage console = console(true)) {
      for (String record : List.of("orders", "orders/0", "orders/zero/1", "orders/0/-1")) {
        assertThat(console.json("/explain?record=" + record))
            .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
            .satisfies(answer -> assertThat(answer.body()).contains("is no record's TOPIC"));
      }
      for (String hour : List.of("soon", "2026-11-22T10:30:00Z", "2026-13-22T10:00:00Z")) {
        assertThat(console.json(CELL.replace("2026-11-22T10:00:00Z", hour)).statusCode())
            .as(hour)
            .isEqualTo(400);
      }
      assertThat(console.json("/explain?table=revenue_by_product_day&product=Lamp&day=soon").body())
          .contains("'soon' is not a date");
      assertThat(console.json(CELL + "&limit=9999999999").body())
          .contains("limit is 999999999 at most, not 9999999999");
      assertThat(console.json(CELL + "&limit=-1").body())
          .contains("limit must be a whole number, 0 or more, not '-1'");
    }
  }
}
