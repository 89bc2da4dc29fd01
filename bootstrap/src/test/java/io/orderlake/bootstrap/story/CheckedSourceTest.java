package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.StrangersBroker;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop's own topics of nested orders, in somebody's own Kafka, looked at before anything of them
 * is stored: 30 orders of one to three lines, the last line of every tenth order without a price.
 */
class CheckedSourceTest {
  private static final int ORDERS = 30;
  private static final int LINES = 60;
  private static final int BAD = 3;

  private static final String SOURCES =
      """
      sources:
        shop:
          topics: [shop-orders, shop-phone]
          lines: /lines
          event_id: "{/orderId}-{line}"
          product: sku
          quantity: qty
          unit_price: {at: ./price/cents, unit: cents}
          city: /customer/city
          event_time: {at: /ts, time: epoch_ms}
      """;

  @TempDir private static Path folder;
  private static StrangersBroker broker;
  private final CommandLineStage stage = new CommandLineStage(folder);

  @BeforeAll
  static void a_shop_writes_orders() throws Exception {
    Files.writeString(folder.resolve("shop.yaml"), SOURCES);
    broker = StrangersBroker.start(folder.resolve("stranger"));
    create("shop-orders", 2);
    create("shop-phone", 1);
    try (KafkaProducer<String, String> shop =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.plain()),
            new StringSerializer(),
            new StringSerializer())) {
      for (int id = 0; id < ORDERS; id++) {
        boolean byPhone = id % 3 == 0;
        shop.send(
                new ProducerRecord<>(
                    byPhone ? "shop-phone" : "shop-orders", byPhone ? 0 : id % 2, "c", order(id)))
            .get();
      }
    }
  }

  private static String order(int id) {
    StringBuilder lines = new StringBuilder();
    int count = 1 + id % 3;
    for (int line = 0; line < count; line++) {
      boolean isBad = id % 10 == 9 && line == count - 1;
      lines.append(line > 0 ? "," : "").append("{\"sku\":\"Cup\",\"qty\":1");
      lines.append(isBad ? "}" : ",\"price\":{\"cents\":250}}");
    }
    return "{\"orderId\":%s,\"ts\":1732097700000,\"customer\":{\"city\":\"Bern\"},\"lines\":[%s]}"
        .formatted(id, lines);
  }

  private static void create(String topic, int partitions) {
    TestTopics.create(KafkaConnection.to(broker.plain()), topic, partitions, Map.of());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private Outcome check(String... more) {
    return stage.run(
        Stream.concat(
                Stream.of("source", "check", "shop", "--config", "shop.yaml", "--data", "lake"),
                Stream.concat(Stream.of("--bootstrap", broker.plain()), Stream.of(more)))
            .toArray(String[]::new));
  }

  @Test
  void all_topics_of_a_source_are_read_and_judged() throws Exception {
    JsonNode json = check("--json").json();

    assertThat(json.get("topics")).hasToString("[\"shop-orders\",\"shop-phone\"]");
    assertThat(json.get("records").asLong()).isEqualTo(ORDERS);
    assertThat(json.get("whole").asBoolean()).isTrue();
    assertThat(json.get("lines").asLong()).isEqualTo(LINES);
    assertThat(json.get("failing").asLong()).isEqualTo(BAD);
    assertThat(json.get("reasons")).hasSize(1);
    JsonNode reason = json.get("reasons").get(0);
    assertThat(reason.get("code").asText()).isEqualTo("field_missing");
    assertThat(reason.get("field").asText()).isEqualTo("unit_price");
    assertThat(reason.get("examples")).hasSize(BAD);
    assertThat(reason.get("examples").get(0).get("at").asText()).isEqualTo("/lines/1/price/cents");
    assertThat(json.get("silver").get(0).get("topic").asText()).isEqualTo("shop-orders");
    assertThat(json.get("silver").get(0).get("unit_price").asText()).isEqualTo("2.50");
  }

  @Test
  void the_newest_of_one_topic_are_told_with_their_places() {
    Outcome outcome = check("--topic", "shop-phone", "--count", "2", "--limit", "1");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("shop-phone-0@8/0", "the newest 2 records of shop-phone with 2 lines")
        .doesNotContain("shop-orders", "shop-phone-0@7");
  }

  @Test
  void nothing_is_made_there_or_here() throws Exception {
    List<String> before = broker.topics();

    Outcome outcome = check("--topic", "missing");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
    assertThat(outcome.err()).contains("there is no topic 'missing'", "none was made");
    assertThat(broker.topics()).isEqualTo(before);
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void a_topic_without_records_is_no_mistake_of_the_source() throws Exception {
    create("quiet", 1);
    Outcome outcome = check("--topic", "quiet");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("there is no record in quiet");
  }
}
