package io.orderlake.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds looked at by the command line, by what is said of them and by sources. */
class FeedsTest {
  private static final Path SAMPLES =
      CommandLineStage.HOME.resolve("bootstrap/src/test/resources/feeds");

  private static final String CONFIG =
      """
      sources:
        cafe:
          order_id: Transaction ID
          product: Item
          quantity: Quantity
          unit_price: Price Per Unit
          city: Location
          event_time: Transaction Date
        tills:
          product: {at: Artikel, table: products.csv}
          quantity: Menge
          unit_price: {at: Preis, decimal: comma}
          currency: {constant: USD}
          city: {at: Filiale, text: [trim, upper]}
          event_time: {at: Zeit, time: 'dd.MM.yyyy HH:mm', zone: Europe/Berlin}
        shop:
          topics: [shop-orders]
          lines: /lines
          event_id: '{/orderId}-{line}'
          order_id: /orderId
          product: sku
          quantity: {at: qty, default: 1}
          unit_price: {at: ./price/cents, unit: cents}
          city: /customer/city
          event_time: {at: /ts, time: epoch_ms}
      """;

  private static final String ORDERS =
      """
      [
       {"orderId": 1001, "ts": 1795180000000, "customer": {"city": "Köln"},
        "lines": [{"sku": "Cup", "price": {"cents": 350}},
                  {"sku": "Pot", "qty": 2, "price": {"cents": "abc"}}]},
       {"orderId": 1002, "ts": 1795180000001, "customer": {"city": "Bonn"},
        "lines": []}
      ]
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("feeds.yaml"), CONFIG);
    Files.writeString(folder.resolve("orders.json"), ORDERS);
    Files.writeString(folder.resolve("products.csv"), "sku,product\nT-1,Cup\nT-2,Pot\n");
  }

  private Outcome check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("produce", "--check", "--json"));
    all.addAll(List.of("--config", "feeds.yaml", "--data", "lake"));
    all.addAll(List.of(arguments));
    // A table is named from the project's directory.
    String config = folder.resolve("products.csv").toString();
    return new CommandLineStage(folder)
        .with("ORDERLAKE_SOURCES_TILLS_PRODUCT_TABLE", config)
        .run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cafe.csv", "cafe.xlsx"})
  void a_sheet_is_judged_by_the_mapping_of_a_source_whatever_it_is_written_in(String sample)
      throws Exception {
    Outcome outcome = check("--from", SAMPLES.resolve(sample).toString(), "--source", "cafe");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode seen = outcome.json();
    assertThat(seen.get("read").asLong()).isEqualTo(60);
    assertThat(seen.get("passing").asLong()).isEqualTo(42);
    assertThat(seen.get("whole").asBoolean()).isTrue();
    assertThat(seen.get("notes").toString().contains("--sheet"))
        .isEqualTo(sample.equals("cafe.xlsx"));
  }

  @Test
  void a_shops_export_is_read_as_it_is() throws Exception {
    Files.write(
        folder.resolve("export.csv"),
        """
        Artikel;Menge;Preis;Filiale;Zeit
        T-1;2;3,50;Köln;20.11.2026 14:05
        T-9;1;1.009,99;Köln;20.11.2026 14:06
        """
            .getBytes("windows-1252"));

    Outcome outcome =
        check("--from", "export.csv", "--source", "tills", "--encoding", "windows-1252");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.json().get("passing").asLong()).isEqualTo(1);
    assertThat(outcome.json().get("reasons").get(0).get("line").asLong()).isEqualTo(3);
    assertThat(outcome.json().get("reasons").get(0).get("sentence").asText())
        .contains("product is an object", "T-9", "products.csv");
  }

  @Test
  void nested_records_are_taken_apart() throws Exception {
    Outcome outcome = check("--from", "orders.json", "--source", "shop");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.json().get("read").asLong()).isEqualTo(2);
    assertThat(outcome.json().get("events").asLong()).isEqualTo(3);
    assertThat(outcome.json().get("passing").asLong()).isEqualTo(1);
    assertThat(outcome.json().get("reasons").toString())
        .contains("abc", "the array of lines at /lines is empty");
    Files.writeString(folder.resolve("order.json"), ORDERS.substring(3, ORDERS.indexOf("]},") + 2));
    assertThat(check("--from", "order.json").err())
        .as("without a source")
        .contains("holds a list, 'lines'", "--source");
    assertThat(check("--from", "order.json", "--source", "shop").code()).isZero();
  }

  @Test
  void a_feed_of_one_wrong_event_says_of_one_place_in_one_line() throws Exception {
    Files.writeString(
        folder.resolve("one.jsonl"),
        "{\"event_id\":\"a\",\"quantity\":%s}\n".formatted("9".repeat(1_200)));

    Outcome outcome = new CommandLineStage(folder).run("produce", "--check", "--from", "one.jsonl");

    assertThat(outcome.out()).contains("first on line 1:", "(column ").doesNotContain("(line 1");
    assertThat(outcome.err()).contains("its only event does not pass the rules");
  }

  @Test
  void a_table_without_a_header_in_quotes_of_its_own_has_ids_by_columns() throws Exception {
    Files.writeString(
        folder.resolve("raw.txt"),
        """
        1001|1|'Cup, ''big'''|2|3.50|Köln|2026-11-20T10:15:00Z|0.50|c-7
        1001|2|Pot|1|9|Köln|2026-11-20T10:15:00Z||
        1001||Pot|1|9|Köln|2026-11-20T10:15:00Z||
        """);

    Outcome outcome =
        check(
            "--from",
            "raw.txt",
            "--header",
            "none",
            "--columns",
            "order_id,line,product,quantity,unit_price,city,event_time,off,buyer",
            "--quote",
            "'",
            "--id",
            "order_id,line",
            "--map",
            "discount=off,customer_id=buyer");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.json().get("passing").asLong()).isEqualTo(2);
    assertThat(outcome.json().get("reasons").get(0).get("line").asLong()).isEqualTo(3);
    assertThat(outcome.json().get("reasons").get(0).get("sentence").asText()).contains("event_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--source coffee | there is no source 'coffee'; there are cafe, shop, tills",
        "--source caffe | did you mean cafe?",
        "--source cafe --map product=P --decimal , | --map, --decimal say what the mapping of a source",
        "--header none | --header none needs the columns' names",
        "--columns a,b | say --header none, too",
        "--header first --columns a | --header is none, not 'first'",
        "--quote ab | --quote is one character, or none",
        "--quote ; --delimiter ; | --delimiter and --quote are one sign",
        "--id a --id-prefix x | keep one of them",
        "--id a --map event_id=b | mapped to two things",
        "--id a --format jsonl | --id is for --format csv",
      })
  void what_is_said_of_a_feed_and_cannot_be_is_refused(String options, String expected)
      throws IOException {
    Files.writeString(folder.resolve("sales.csv"), "a,b\n1,2\n");
    List<String> all = new ArrayList<>(List.of("--from", "sales.csv"));
    all.addAll(List.of(options.split(" ")));

    Outcome outcome = check(all.toArray(String[]::new));

    assertThat(outcome.err()).contains(expected);
    assertThat(outcome.code()).isEqualTo(64);
  }

  @Test
  void options_of_a_feed_need_one() {
    assertThat(check("--source", "cafe", "--sheet", "May", "--id", "a").err())
        .contains("--source, --id, --sheet are for a real feed");
  }

  @Test
  void a_feed_that_is_not_as_its_source_says_publishes_nothing() {
    Outcome outcome = check("--from", SAMPLES.resolve("cafe.csv").toString(), "--source", "tills");

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err())
        .contains("by the source tills", "no column 'Artikel'", "'Transaction ID'")
        .contains("nothing was published");
    assertThat(
            check(
                    "--from",
                    SAMPLES.resolve("cafe.xlsx").toString(),
                    "--source",
                    "cafe",
                    "--sheet",
                    "Sale")
                .err())
        .contains("there is no sheet 'Sale' ('Sales'?)");
  }
}
