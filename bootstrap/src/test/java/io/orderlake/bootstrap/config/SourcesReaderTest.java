package io.orderlake.bootstrap.config;

import static io.orderlake.bootstrap.config.SourcesStage.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesReaderTest {
  @TempDir Path home;

  private SourcesStage stage() {
    return new SourcesStage(home);
  }

  private List<String> identity(String yaml) throws IOException {
    return List.ofAll(stage().read(yaml).get().sources().identity());
  }

  @Test
  void without_sources_every_topic_holds_events_of_the_contract() throws IOException {
    LakehouseConfig config = stage().read("data: lake\n").get();

    assertThat(config.sources().all()).isEmpty();
    assertThat(config.topics()).containsExactly("orders");
  }

  @Test
  void a_source_s_topics_are_read_beside_the_contract_s_own() throws IOException {
    LakehouseConfig config =
        stage()
            .read(
                """
                kafka.topic: events
                sources:
                  till: {topics: till, product: p, quantity: q, unit_price: u, city: c, event_time: t}
                  shop: {topics: [shop-b, shop-a], product: /p, quantity: q, unit_price: u, city: c, event_time: t}
                """)
            .get();

    assertThat(config.sources().all()).extracting(Source::name).containsExactly("shop", "till");
    assertThat(config.topics()).containsExactly("events", "shop-a", "shop-b", "till");
    assertThat(config.withData(home).sources()).isSameAs(config.sources());
    assertThat(config.ofContractEvents().topics()).containsExactly("events");
  }

  @Test
  void without_a_topic_of_the_contract_those_of_the_sources_are_all() throws IOException {
    String none = "kafka.topic: \"\"\n";

    LakehouseConfig config = stage().read(none + shop()).get();

    assertThat(config.topics()).containsExactly("shop-orders");
    assertThat(config.ofContractEvents().topics()).containsExactly("orders");
    assertThat(stage().problems(none))
        .containsExactly(
            home.resolve("orderlake.yaml")
                + " line 1: kafka.topic '' is blank, and no source has a topic to be read instead;"
                + " expected a text");
    assertThat(stage().problems(none + "sources.shop.topics: [a]\n"))
        .as("what is wrong with the source is not told of the topic, too")
        .hasSize(1);
  }

  @Test
  void the_short_form_is_the_long_one() throws IOException {
    assertThat(
            identity(
                """
                sources:
                  shop: {topics: a, product: sku, quantity: ./q, unit_price: /u, city: c, event_time: t}
                """))
        .isEqualTo(
            identity(
                """
                sources:
                  shop:
                    topics: [a]
                    format: json
                    product: {at: sku}
                    quantity.at: q
                    unit_price:
                      at: /u
                    city: {at: ./c}
                    event_time: {at: t, time: iso}
                """))
        .contains("source shop field product from ./sku text []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "product: sku|{\"sku\":\" a \"}|\" a \"",
        "product: /a/0/b~1c|{\"a\":[{\"b/c\":\"x\"}]}|\"x\"",
        "product: {at: sku, text: [trim, upper]}|{\"sku\":\" a-1 \"}|\"A-1\"",
        "product: {at: sku, text: lower}|{\"sku\":\"A-1\"}|\"a-1\"",
        "product: {at: sku, default: Gift}|{\"sku\":\" \"}|\"Gift\"",
        "product: {constant: Ticket}|{}|\"Ticket\"",
        "product: '{a}/{/b}'|{\"a\":\"x\",\"b\":7}|\"x/7\"",
        "quantity: {at: qty, default: 1}|{}|1",
        "quantity: {at: qty, decimal: comma}|{\"qty\":\"1.000,0\"}|1000",
        "unit_price: {at: c, unit: cents}|{\"c\":1999}|\"19.99\"",
        "unit_price: {at: c, unit: thousandths}|{\"c\":\"19990\"}|\"19.99\"",
        "unit_price: {at: c, decimal: comma, unit: cents}|{\"c\":\"1.999,5\"}|\"19.995\"",
        "unit_price: {at: c, decimal: point}|{\"c\":\"1,234.5\"}|\"1234.5\"",
        "unit_price: c|{\"c\":\"1,234.5\"}|\"1,234.5\" is not a number",
        "event_time: {at: t, time: epoch_s}|{\"t\":1760000000}|\"2025-10-09T08:53:20Z\"",
        "event_time: {at: t, time: epoch_ms}|{\"t\":1760000000123}|\"2025-10-09T08:53:20.123Z\"",
        "event_time: {at: t, time: epoch_us}|{\"t\":1760000000123456}|\"2025-10-09T08:53:20.123456Z\"",
        "event_time: {at: t, time: dd.MM.yyyy HH:mm, zone: Europe/Berlin}|{\"t\":\"20.11.2026 14:05\"}|\"2026-11-20T13:05:00Z\"",
        "event_time: {at: t, zone: Europe/Berlin}|{\"t\":\"2026-11-20 14:05\"}|\"2026-11-20T13:05:00Z\"",
        "event_time: {constant: 2026-11-20T13:05:00Z}|{}|\"2026-11-20T13:05:00Z\"",
        "currency: {constant: CHF}|{}|\"CHF\"",
        "customer_id: /who|{\"who\":12}|\"12\"",
        "discount: {at: off, unit: cents, default: 0.00}|{}|\"0.00\"",
        "order_id: {at: id, text: trim}|{\"id\":\" 7\"}|\"7\"",
        "event_id: shop-{id}|{\"id\":7}|\"shop-7\""
      })
  void what_is_said_of_a_field_is_what_becomes_of_a_value(String said, String json, String made)
      throws IOException {
    String field = said.substring(0, said.indexOf(':'));

    assertThat(stage().made(field, shop(said), json)).isEqualTo(made);
  }

  @Test
  void what_is_not_said_is_made_of_the_line_and_the_lake() throws IOException {
    RecordedOrder line = stage().lines(shop(), "{\"sku\":\"a\"}").head();

    assertThat(line.get("currency")).isEqualTo(new FieldValue.Text("EUR"));
    assertThat(line.get("event_id").json()).startsWith("\"row-").endsWith("-1\"");
    assertThat(line.get("order_id")).isEqualTo(line.get("event_id"));
    assertThat(line.get("discount")).isEqualTo(FieldValue.NULL);
  }

  @Test
  void lines_lie_at_a_place_or_are_the_record() throws IOException {
    String id = "event_id: '{id}-{line}'";
    String nested = "{\"a\":{\"b\":[{\"id\":1},{\"id\":1}]}}";

    assertThat(stage().lines(shop("lines: /a/b", id), nested))
        .extracting(line -> line.get("event_id").json())
        .containsExactly("\"1-0\"", "\"1-1\"");
    assertThat(stage().lines(shop("lines: .", id), "[{\"id\":3}]"))
        .extracting(line -> line.get("event_id").json())
        .containsExactly("\"3-0\"");
    assertThat(stage().source(shop()).mapping().takesApart()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sku,name|A1,Lamp",
        "sku;name|'A1 ;\"Lamp\"'",
        "sku\tname|A1\tLamp",
        "sku,name|'A1,Lamp\nA1, Lamp\nB2,Desk'"
      })
  void a_table_says_what_a_value_means(String header, String rows) throws IOException {
    stage().file("names.csv", header + "\n" + rows + "\n");
    String yaml = shop("product: {at: sku, text: upper, table: names.csv}");

    assertThat(stage().made("product", yaml, "{\"sku\":\" a1\"}")).isEqualTo("\"Lamp\"");
    assertThat(stage().made("product", yaml, "{\"sku\":\"c3\"}"))
        .isEqualTo("\"c3\" is not a value that the table names.csv (%s) has", size(rows));
  }

  private static String size(String rows) {
    return rows.contains("B2") ? "2 values" : "1 values";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,b,c\n1,2,3'|has 3 columns (a, b, c); a table has two: what records hold, and what it means",
        "'a\n1'|has 1 columns (a)",
        "'a,b\n1,x\n2,\n'|has a blank cell in row 2 (line 3)",
        "'a,b\n ,x\n'|has a blank cell in row 1 (line 2)",
        "'a,b\n1,x\n1,y\n'|says two things of '1', the second in row 2 (line 3)",
        "'a,b\n'|has no rows",
        "''|cannot be read: ",
        "'PK\u0003\u0004'|cannot be read: "
      })
  void a_table_that_is_none_is_named_with_what_is_wrong(String content, String said)
      throws IOException {
    stage().file("names.csv", content);

    assertThat(stage().problems(shop("product: {at: sku, table: names.csv}")))
        .singleElement()
        .asString()
        .contains("line 2: sources.shop.product.table 'names.csv' " + said);
  }

  @Test
  void a_table_that_is_missing_is_named_with_the_directory_it_was_looked_for_in()
      throws IOException {
    assertThat(stage().problems(shop("product: {at: sku, table: none.csv}")))
        .singleElement()
        .asString()
        .contains("sources.shop.product.table 'none.csv' cannot be read: ", home.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topics: []|sources.shop.topics has a blank name; it names the topics whose records it maps, e.g. [shop-orders], and is left out for a source that is only for feeds",
        "'topics: [a, \"\"]'|sources.shop.topics has a blank name",
        "topics: [a, a]|sources.shop.topics names a topic twice",
        "topics: [shop orders]|sources.shop.topics 'shop orders' cannot be a topic's name",
        "topics: [orders]|sources.shop.topics names 'orders', the topic of the contract's own events (kafka.topic); name another one here or there",
        "topic: shop|sources.shop.topic is nothing that a source has; did you mean topics?",
        "price: /p|sources.shop.price is nothing that a source has; it has topics, format, framing, schema, message, unwrap, lines, event_id",
        "qantity: /p|sources.shop.qantity is nothing that a source has; did you mean quantity?",
        "line: /lines|sources.shop.line is nothing that a source has; did you mean lines?",
        "lines: {at: /lines}|sources.shop.lines.at is nothing that a source has",
        "format: orc|sources.shop.format 'orc' is no format; expected json or avro or protobuf",
        "lines: lines|sources.shop.lines 'lines' is no place of an array: write a JSON pointer from the record's root",
        "lines: /|sources.shop.lines '/' is no place of an array",
        "lines: /a~2|sources.shop.lines '/a~2' has a ~ that is neither ~0 (which means ~) nor ~1",
        "product: ''|sources.shop.product '' names nothing; a value lies e.g. at /customer/city or at sku",
        "product: '{a'|sources.shop.product '{a' has a { without a } after it",
        "product: '{a}}'|sources.shop.product '{a}}' has a } without a { before it",
        "product: '{}'|sources.shop.product '{}' has {}, which names nothing",
        "product: {text: trim}|sources.shop.product does not say where its value is found; give it 'at' or 'constant'",
        "product: {at: sku, constant: x}|sources.shop.product has a place and a constant; keep one of them",
        "product: {constant: x, text: trim}|sources.shop.product.text does nothing beside a constant",
        "product: {constant: x, default: y}|sources.shop.product.default does nothing beside a constant",
        "product: {constant: ''}|sources.shop.product.constant '' is blank",
        "product: {at: sku, tabel: x.csv}|sources.shop.product.tabel is nothing that can be said of product; did you mean table?",
        "product: {at: sku, unit: cents}|sources.shop.product.unit is nothing that can be said of product; there are at, or, constant, default, text, table",
        "product: {at: sku, text: [trim, title]}|sources.shop.product.text 'title' is nothing to do with a text; expected some of trim, upper, lower",
        "quantity: {at: q, default: one}|sources.shop.quantity.default 'one' is not a decimal number",
        "unit_price: {constant: '1,5'}|sources.shop.unit_price.constant '1,5' is not a decimal number",
        "unit_price: {at: p, unit: dollars}|sources.shop.unit_price.unit 'dollars' is no unit; expected cents, thousandths",
        "unit_price: {at: p, decimal: ','}|sources.shop.unit_price.decimal ',' is no decimal sign; expected point, comma",
        "event_time: {at: t, time: epoch_millis}|sources.shop.event_time.time 'epoch_millis' is no way to write a time; expected iso, epoch_s, epoch_ms, epoch_us or a pattern such as 'dd.MM.yyyy HH:mm'",
        "event_time: {at: t, time: dd.mm.yyyy}|sources.shop.event_time.time: the time format 'dd.mm.yyyy' is wrong: m is the minute, the month is M",
        "event_time: {at: t, time: DD.MM.yyyy}|sources.shop.event_time.time: the time format 'DD.MM.yyyy' is wrong: D is the day of the year, the day of the month is d",
        "event_time: {at: t, time: dd.MM.yyyy, zone: Europe/Berln}|sources.shop.event_time.zone: there is no time zone 'Europe/Berln'; did you mean Europe/Berlin?",
        "event_time: {at: t, time: epoch_s, zone: UTC}|sources.shop.event_time.zone does nothing beside epoch_s, which counts from 1970 in UTC",
        "event_time: {constant: 20.11.2026}|sources.shop.event_time.constant '20.11.2026' is not in the form YYYY-MM-DDThh:mm:ss",
        "event_id: '{id}-{line}'|sources.shop.event_id '{id}-{line}' names the line's number, but the source has no 'lines' to number",
        "event_id: {constant: x}|sources.shop.event_id.constant would be the id of all events; leave event_id out, or make it of fields",
        "event_id: {at: id, default: x}|sources.shop.event_id.default would be the id of several events"
      })
  void what_is_wrong_with_a_source_is_said_with_its_line(String said, String problem)
      throws IOException {
    assertThat(stage().problems(shop(said)))
        .singleElement()
        .asString()
        .startsWith(home.resolve("orderlake.yaml") + " line 2: " + problem);
  }

  @Test
  void an_id_that_all_lines_of_a_record_share_is_refused() throws IOException {
    assertThat(stage().problems(shop("event_id: 'shop-{/orderId}'", "lines: /lines")))
        .singleElement()
        .asString()
        .contains("line 2: sources.shop.event_id 'shop-{/orderId}' is the same for all lines")
        .endsWith("put {line} or a member of the line into it");
    for (String id : List.of("'{/orderId}-{no}'", "no", "'{line}'")) {
      assertThat(stage().source(shop("event_id: " + id, "lines: /lines")).name()).isEqualTo("shop");
    }
  }

  @Test
  void two_places_of_one_field_are_refused() throws IOException {
    assertThat(stage().problems(shop("city: c") + "sources.shop.city.at: town\n"))
        .singleElement()
        .asString()
        .contains("line 2: sources.shop.city has two places; keep one of them");
  }

  @Test
  void what_is_missing_is_said_with_the_first_line_of_the_source() throws IOException {
    assertThat(stage().problems("data: lake\nsources:\n  shop:\n    topics: [a]\n    city: c\n"))
        .containsExactly(
            home.resolve("orderlake.yaml")
                + " line 4: sources.shop does not say where product, quantity, unit_price,"
                + " event_time are found; write e.g. product: /place/in/the/record, or product:"
                + " {constant: …}");
  }

  @Test
  void a_source_without_topics_is_only_for_feeds() throws IOException {
    String feeds = shop().replace("  topics: [shop-orders]\n", "");

    LakehouseConfig config = stage().read(feeds).get();

    assertThat(config.topics()).containsExactly("orders");
    assertThat(config.sources().all()).extracting(Source::name).containsExactly("shop");
    assertThat(config.sources().ofTopics().isEmpty()).isTrue();
    assertThat(stage().problems("kafka.topic: \"\"\n" + feeds))
        .singleElement()
        .asString()
        .contains("no source has a topic to be read instead");
  }

  @Test
  void what_is_no_source_is_said() throws IOException {
    assertThat(stage().problems("sources.shop: shop-orders\n"))
        .singleElement()
        .asString()
        .contains("line 1: sources.shop is a source and has parts, such as topics, product");
    assertThat(stage().problems("sources: shop\n"))
        .singleElement()
        .asString()
        .contains(
            "line 1: 'sources' is not a setting by itself; write below it e.g. shop: {topics");
    assertThat(stage().problems(shop().replace("sources.shop", "sources.Shop")))
        .singleElement()
        .asString()
        .contains("line 2: sources.Shop: a source's name is of small letters, digits, - and _");
  }

  @Test
  void a_topic_of_two_sources_is_refused_where_the_second_names_it() throws IOException {
    assertThat(stage().problems(shop() + shop().replace("shop:", "till:")))
        .containsExactly(
            home.resolve("orderlake.yaml")
                + " line 9: sources.till.topics names the topic 'shop-orders', which the source"
                + " shop has; a topic is of one source");
  }

  @Test
  void all_that_is_wrong_with_all_sources_is_said_at_once() throws IOException {
    List<String> problems =
        stage()
            .problems(
                """
                kafka.partitions: none
                sources:
                  shop:
                    topics: [orders]
                    lines: lines
                    event_id: '{/id}-{line}'
                    product: {at: sku, table: none.csv}
                    quantity: {at: q, unit: dozens}
                    unit_price: p
                    city: c
                    event_time: {at: t, time: soon, zone: Mars}
                  till:
                    topics: [till]
                    product: {at: p, text: loud}
                """);

    assertThat(problems)
        .anySatisfy(p -> assertThat(p).contains("line 1: kafka.partitions 'none'"))
        .anySatisfy(p -> assertThat(p).contains("line 4: sources.shop.topics"))
        .anySatisfy(p -> assertThat(p).contains("line 5: sources.shop.lines"))
        .anySatisfy(p -> assertThat(p).contains("line 7: sources.shop.product.table"))
        .anySatisfy(p -> assertThat(p).contains("line 8: sources.shop.quantity.unit"))
        .anySatisfy(p -> assertThat(p).contains("line 11: sources.shop.event_time.time"))
        .anySatisfy(p -> assertThat(p).contains("line 14: sources.till.product.text"))
        .anySatisfy(
            p -> assertThat(p).contains("line 13: sources.till does not say where quantity"))
        .hasSize(8);
  }

  @Test
  void variables_set_what_they_can_spell_and_say_so_of_the_rest() throws IOException {
    assertThat(
            stage()
                .read(shop(), HashMap.of("ORDERLAKE_SOURCES_SHOP_TOPICS", "shop-a,shop-b"))
                .get()
                .topics())
        .containsExactly("orders", "shop-a", "shop-b");
    assertThat(stage().read(shop(), HashMap.of("ORDERLAKE_SOURCES_SHOP_EVENT_ID", "id")).getLeft())
        .containsExactly(
            "environment variable ORDERLAKE_SOURCES_SHOP_EVENT_ID: sources.shop.event.id is"
                + " nothing that a source has; event_id is set in the file, since no variable can"
                + " spell its _");
  }

  @Test
  void what_a_mapping_says_is_part_of_its_identity_and_what_a_table_is_called_is_not()
      throws IOException {
    stage().file("a.csv", "k,v\n1,x\n");
    stage().file("b.csv", "k,v\n1,x\n");
    List<String> first = identity(shop("product: {at: sku, table: a.csv}"));

    assertThat(identity(shop("product: {at: sku, table: b.csv}"))).isEqualTo(first);
    stage().file("b.csv", "k,v\n1,y\n");
    assertThat(identity(shop("product: {at: sku, table: b.csv}"))).isNotEqualTo(first);
    assertThat(identity(shop("lines: /lines"))).isNotEqualTo(identity(shop()));
    assertThat(List.ofAll(Sources.NONE.identity())).isEmpty();
  }
}
