package io.orderlake.bootstrap.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {
  private static final String SOURCES =
      """
      sources:
        shop:
          topics: [shop-orders, shop-returns]
          lines: /lines
          event_id: "{/orderId}-{line}"
          order_id: /orderId
          product: sku
          quantity: {at: qty, default: 1}
          unit_price: {at: ./price/cents, unit: cents}
          city: {at: /customer/city, text: [trim, upper]}
          customer_id: /customer/id
          currency: {constant: EUR}
          event_time: {at: /ts, time: epoch_ms}
        till:
          topics: [till]
          product: item
          quantity: {constant: 1}
          unit_price: price
          city: {constant: Bern}
          event_time: at
      rules:
        currency: EUR
      """;

  /** 2024-11-20T10:15:00Z. */
  private static final String ORDER =
      "{\"orderId\":%s,\"ts\":1732097700000,\"customer\":{\"id\":\"c-7\",\"city\":\" bern \"},\"lines\":[%s]}\n";

  private static final String GOOD = "{\"sku\":\"Cup\",\"qty\":2,\"price\":{\"cents\":1250}}";
  private static final String BAD = "{\"sku\":\"Cup\",\"qty\":2,\"price\":{\"cents\":\"12,50\"}}";

  @TempDir Path folder;

  @BeforeEach
  void two_sources_are_configured() throws IOException {
    Files.writeString(folder.resolve("lake.yaml"), SOURCES);
  }

  private Outcome run(String... arguments) {
    return run(new CommandLineStage(folder), arguments);
  }

  private static Outcome run(CommandLineStage stage, String... arguments) {
    return stage.run(
        Stream.concat(
                Stream.concat(Stream.of("source"), Stream.of(arguments)),
                Stream.of("--config", "lake.yaml", "--data", "nowhere"))
            .toArray(String[]::new));
  }

  private Outcome check(String content, String... more) throws IOException {
    Files.writeString(folder.resolve("orders.jsonl"), content);
    return run(
        Stream.concat(Stream.of("check", "shop", "--from", "orders.jsonl"), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void a_check_shows_silver_the_share_that_passes_and_the_reasons() throws IOException {
    Outcome outcome =
        check(ORDER.formatted(7, GOOD + "," + BAD + "," + GOOD) + ORDER.formatted(8, GOOD));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
        .containsSubsequence(
            "The first lines that pass, as they would stand in Silver",
            "line|event_id|order_id|product|quantity|unit_price|total_amount|currency|city|event_time|customer_id",
            "orders.jsonl:1/0|7-0|7|Cup|2|12.50|25.00|EUR|Bern|2024-11-20T10:15:00Z|c-7",
            "orders.jsonl:1/2|7-2|7|Cup|2|12.50|25.00|EUR|Bern|2024-11-20T10:15:00Z|c-7",
            "orders.jsonl:2/0|8-0|8|Cup|2|12.50|25.00|EUR|Bern|2024-11-20T10:15:00Z|c-7",
            "shop: 2 records of orders.jsonl with 4 lines: 3 of 4 lines would pass the rules (75 %), 1"
                + " would be quarantined",
            "1 × field_type of unit_price:")
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("orders.jsonl:1/1: /lines/1/price/cents is a string, not a number")
                    .contains("\"12,50\""));
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void a_program_gets_one_object() throws Exception {
    Outcome outcome =
        check(ORDER.formatted(7, GOOD + "," + BAD + "," + GOOD), "--json", "--limit", "1");

    JsonNode json = outcome.json();
    assertThat(outcome.code()).isZero();
    assertThat(json.get("source").asText()).isEqualTo("shop");
    assertThat(json.get("feed").asText()).isEqualTo("orders.jsonl");
    assertThat(json.get("records").asLong()).isEqualTo(1);
    assertThat(json.get("lines").asLong()).isEqualTo(3);
    assertThat(json.get("passing").asLong()).isEqualTo(2);
    assertThat(json.get("failing").asLong()).isEqualTo(1);
    assertThat(json.get("share").asText()).isEqualTo("0.6666");
    assertThat(json.get("refused").asBoolean()).isFalse();
    assertThat(json.get("whole").asBoolean()).isTrue();
    JsonNode reason = json.get("reasons").get(0);
    assertThat(reason.get("code").asText()).isEqualTo("field_type");
    assertThat(reason.get("field").asText()).isEqualTo("unit_price");
    assertThat(reason.get("count").asLong()).isEqualTo(1);
    JsonNode example = reason.get("examples").get(0);
    assertThat(example.get("feed_line").asLong()).isEqualTo(1);
    assertThat(example.get("line").asLong()).isEqualTo(1);
    assertThat(example.get("at").asText()).isEqualTo("/lines/1/price/cents");
    assertThat(example.get("value").asText()).isEqualTo("\"12,50\"");
    assertThat(json.get("silver")).hasSize(1);
    JsonNode row = json.get("silver").get(0);
    assertThat(row.get("event_id").asText()).isEqualTo("7-0");
    assertThat(row.get("total_amount").asText()).isEqualTo("25.00");
    assertThat(row.get("feed_line").asLong()).isEqualTo(1);
    assertThat(row.get("line").asLong()).isZero();
  }

  @Test
  void a_source_that_does_not_fit_ends_with_65_and_says_what_to_do() throws IOException {
    Outcome outcome = check(ORDER.formatted(7, String.join(",", GOOD, BAD, BAD, BAD, BAD)));

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).contains("1 of 5 lines would pass the rules (20 %)", ", the first:");
    assertThat(outcome.err())
        .contains("fewer than one line in four would pass", "correct sources.shop");
  }

  @Test
  void records_are_read_from_standard_input_however_they_lie() {
    String order = ORDER.formatted(7, GOOD);
    for (String input :
        List.of(
            order,
            "[" + order + "]",
            order.replace("{", "{\n").replace("}", "\n}") + ORDER.formatted(9, GOOD).strip())) {
      Outcome outcome =
          run(new CommandLineStage(folder).reading(input), "check", "shop", "--from", "-");
      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(outcome.out()).contains("standard input:1/0", "(100 %)");
    }
  }

  @Test
  void what_cannot_be_read_ends_with_65_and_where() throws IOException {
    Outcome absent = run("check", "shop", "--from", "gone.jsonl");
    assertThat(absent.code()).isEqualTo(65);
    assertThat(absent.err()).contains("gone.jsonl: there is no such file");

    Outcome table = check("sku,qty\nCup,1\n");
    assertThat(table.code()).isEqualTo(65);
    assertThat(table.err()).contains("orders.jsonl: it is no JSON");

    Outcome torn = check("[" + ORDER.formatted(7, GOOD).strip() + ",\n{\"orderId\":");
    assertThat(torn.code()).isEqualTo(65);
    assertThat(torn.err()).contains("orders.jsonl: line 2 ");
    assertThat(torn.out()).isEmpty();
  }

  @Test
  void what_must_be_known_is_said_beside_the_figures() throws IOException {
    Outcome outcome =
        check(
            ORDER.formatted(7, GOOD)
                + "\n"
                + ORDER.formatted(7, GOOD)
                + ORDER.formatted(8, "")
                + ORDER.formatted(9, GOOD),
            "--count",
            "3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(
            "shop: the first 3 records of orders.jsonl with 3 lines, 1 blank: 2 of 3 lines would"
                + " pass the rules (66.6 %), 1 would be quarantined")
        .contains("could not be taken apart, counted as one line each: 1 record")
        .contains("since an earlier line says the same under the event id: 1 line");
  }

  @Test
  void a_name_that_is_no_source_is_answered_with_those_there_are() {
    Outcome outcome = run("check", "shp", "--from", "orders.jsonl");
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err())
        .contains("there is no source 'shp' (shop?); those that are configured are shop, till");
    assertThat(run("list", "tils").err()).contains("(till?)");
  }

  @Test
  void sources_are_listed_with_their_topics_and_mappings() throws Exception {
    Outcome all = run("list");
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
        .containsSubsequence(
            "shop",
            "topics|shop-orders, shop-returns",
            "format|json",
            "event_id|{/orderId}-{line}",
            "lines|/lines",
            "unit_price.at|./price/cents",
            "till",
            "topics|till");
    assertThat(run().out()).isEqualTo(all.out());

    JsonNode one = run("list", "till", "--json").json().get("sources");
    assertThat(one).hasSize(1);
    assertThat(one.get(0).get("name").asText()).isEqualTo("till");
    assertThat(one.get(0).get("topics").get(0).asText()).isEqualTo("till");
    assertThat(one.get(0).get("mapping").get("product").asText()).isEqualTo("item");
  }

  @Test
  void without_a_source_it_is_said_how_one_is_configured() throws Exception {
    Files.writeString(folder.resolve("lake.yaml"), "rules:\n  currency: EUR\n");
    Outcome none = run("list");
    assertThat(none.code()).isZero();
    assertThat(none.out()).contains("no source is configured", "sources", "config --example");
    assertThat(run("list", "--json").json().get("sources")).isEmpty();
  }

  @Test
  void a_topic_needs_a_broker_that_is_known() {
    Outcome outcome = run("check", "shop");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("no broker is known", "--bootstrap");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void a_source_that_is_only_for_feeds_is_checked_with_a_file() throws IOException {
    Files.writeString(
        folder.resolve("lake.yaml"),
        SOURCES.replace("    topics: [shop-orders, shop-returns]\n", ""));

    assertThat(check(ORDER.formatted(7, GOOD)).code()).isZero();
    Outcome unnamed = run("check", "shop");
    assertThat(unnamed.code()).isEqualTo(64);
    assertThat(unnamed.err()).contains("the source shop has no topics", "--from FILE");
    assertThat(run("list").out()).contains("none, only for feeds");
  }
}
