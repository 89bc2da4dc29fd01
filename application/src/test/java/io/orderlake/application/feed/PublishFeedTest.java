package io.orderlake.application.feed;

import static io.orderlake.application.feed.FeedStage.HEADER;
import static io.orderlake.application.feed.FeedStage.SETTINGS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishFeedTest {
  private static final String CUP = "Cup,2,3.50,Bern,2026-11-20T10:15:00Z\n";
  private static final String PLATE = "Plate,1,9.00,Bern,2026-11-20T10:16:00Z\n";
  private static final String FORK = "Fork,1,1.00,Oslo,2026-11-20T10:17:00Z\n";

  private final FeedStage stage = new FeedStage();

  private List<String> ids(String name, String csv) {
    int before = stage.ids().size();
    stage.publish(name, csv).get();
    List<String> all = stage.ids();
    return all.subList(before, all.size());
  }

  @Test
  void lines_are_published_exactly_as_they_are() {
    byte[] feed =
        "{\"order_id\": \"1\" }\r\n\n \t\r\nno JSON\u00ff\n{\"order_id\":7}".getBytes(ISO_8859_1);

    FeedReport report =
        stage.publish(InMemoryFeedSource.of("feed.jsonl", feed), FeedSettings.of("EUR")).get();

    assertThat(stage.log.stored().stream().map(r -> new String(r.value(), ISO_8859_1)))
        .containsExactly("{\"order_id\": \"1\" }", "no JSON\u00ff", "{\"order_id\":7}");
    assertThat(stage.log.stored().stream().map(InMemoryOrderEventLog.Stored::key))
        .containsExactly("1", null, null);
    assertThat(report.read()).isEqualTo(new FeedCounts(false, 5, 2, 0));
    assertThat(report.counts().acknowledged()).isEqualTo(3);
  }

  @Test
  void rows_become_events_of_version_2() {
    stage
        .publish(
            "feed.csv",
            HEADER
                + "\"Desk, \"\"big\"\"\",2.0, +899.990 ,Zürich,2026-11-22\nCup,2 pcs,ERROR,,soon\n")
        .get();

    String id = stage.ids().get(0);
    assertThat(stage.published().get(0))
        .isEqualTo(
            "{\"schema_version\":2,\"event_id\":\"%s\",\"order_id\":\"%s\",\"product\":\"Desk, \\\"big\\\"\",\"quantity\":2,\"unit_price\":\"899.990\",\"currency\":\"USD\",\"city\":\"Zürich\",\"event_time\":\"2026-11-22\"}"
                .formatted(id, id));
    assertThat(stage.published().get(1))
        .endsWith(
            "\"product\":\"Cup\",\"quantity\":\"2 pcs\",\"unit_price\":\"ERROR\",\"currency\":\"USD\",\"event_time\":\"soon\"}");
    assertThat(stage.log.stored().get(0).key()).isEqualTo(id);
  }

  @Test
  void numbers_come_as_the_contract_writes_them() {
    stage
        .publish(
            InMemoryFeedSource.of("f", HEADER + "a,\"1.000\",\"1.234,50\",b,2026-11-22\n"),
            SETTINGS.withDecimal(DecimalSign.COMMA))
        .get();

    assertThat(stage.published().get(0)).contains("\"quantity\":1000,\"unit_price\":\"1234.50\"");
  }

  @Test
  void ids_and_orders_that_are_mapped_are_kept() {
    ColumnMapping mapping =
        ColumnMapping.parse(
                "event_id=Item,product=Item,quantity=Qty,price=Price,city=City,event_time=Time")
            .get();
    stage.publish(InMemoryFeedSource.of("f", HEADER + CUP), SETTINGS.with(mapping)).get();
    ColumnMapping ordered =
        ColumnMapping.parse(
                "order_id=City,product=Item,quantity=Qty,price=Price,city=City,event_time=Time")
            .get();
    stage.publish(InMemoryFeedSource.of("f", HEADER + CUP), SETTINGS.with(ordered)).get();
    stage.publish(InMemoryFeedSource.of("f", HEADER + CUP), SETTINGS.withIdPrefix("mine-")).get();

    assertThat(stage.published().get(0)).contains("\"event_id\":\"Cup\",\"order_id\":\"Cup\"");
    assertThat(stage.published().get(1)).contains("\"event_id\":\"row-", "\"order_id\":\"Bern\"");
    assertThat(stage.published().get(2)).contains("\"event_id\":\"mine-1\"");
  }

  @Test
  void a_row_is_the_same_in_every_feed_and_a_second_one_like_it_is_another() {
    List<String> october = ids("sales.csv", HEADER + CUP + PLATE + CUP);
    List<String> renamed = ids("sales (1).csv", HEADER + CUP + PLATE + CUP);
    List<String> november = ids("sales.csv", HEADER + PLATE + FORK + CUP);

    assertThat(october).doesNotHaveDuplicates();
    assertThat(renamed).isEqualTo(october);
    assertThat(november).containsExactly(october.get(1), november.get(1), october.get(0));
    assertThat(october).doesNotContain(november.get(1));
  }

  @Test
  void how_a_table_is_written_changes_no_id() {
    List<String> plain = ids("a.csv", HEADER + CUP + PLATE);
    String reordered =
        String.join(
            "\r\n",
            "Note,Time,City,Price,Qty,Item,,",
            "x, 2026-11-20T10:15:00Z,Bern,3.5,2.0,\"Cup\",,",
            "",
            ",,,,,,,",
            "Note,Time,City,Price,Qty,Item",
            "y,2026-11-20T10:16:00Z, Bern\u00a0,9,01,Plate");

    assertThat(ids("b.csv", "\uFEFF" + reordered)).isEqualTo(plain);
  }

  @Test
  void what_is_known_is_counted_and_not_published_again() {
    stage.known =
        events -> {
          java.util.BitSet second = new java.util.BitSet();
          second.set(1);
          return new KnownEvents.Answer(second, 1, io.vavr.control.Option.none());
        };

    FeedReport report = stage.publish("f", HEADER + CUP + PLATE + FORK).get();

    assertThat(stage.published()).hasSize(2).noneMatch(event -> event.contains("Plate"));
    assertThat(report.known()).isEqualTo(1);
    assertThat(report.knownQuarantined()).isEqualTo(1);
    assertThat(report.counts().acknowledged()).isEqualTo(2);
  }

  @Test
  void a_feed_that_breaks_off_behind_what_was_looked_at_says_where_and_how_far_it_came() {
    StringBuilder feed = new StringBuilder();
    for (int i = 0; i < ExamineFeed.LOOK; i++) {
      feed.append("{}\n");
    }
    feed.append("x".repeat(io.orderlake.domain.feed.FeedLines.LONGEST + 1)).append('\n');

    FeedFailure failure =
        stage
            .publish(InMemoryFeedSource.of("feed.jsonl", feed.toString()), FeedSettings.of("USD"))
            .getLeft();

    assertThat(failure.sentence())
        .contains("line 200001", "200000 records before it were published", "counts nothing twice");
  }

  @Test
  void failed_deliveries_are_named_by_their_lines() {
    OrderEventLog picky =
        new OrderEventLog() {
          @Override
          public void publish(@Nullable String key, byte[] value, Consumer<Delivery> told) {
            if (new String(value, UTF_8).contains("Plate")) {
              told.accept(new Delivery.Failed("too large", true));
            } else {
              stage.log.publish(key, value, told);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    InMemoryFeedSource feed =
        InMemoryFeedSource.of("f.csv", HEADER + CUP + "\n" + PLATE.repeat(7) + FORK);

    FeedFailure.NotDelivered failure =
        (FeedFailure.NotDelivered)
            new PublishFeed(picky, stage.decoder, KnownEvents.NONE, counts -> {})
                .publish(feed, stage.look(feed, SETTINGS).get())
                .getLeft();

    assertThat(failure.sentence())
        .contains("7 of 9 records were not acknowledged")
        .contains("lines 4, 5, 6, 7, 8 and 2 more: too large")
        .contains("the other 2 were", "counts nothing twice");
    assertThat(failure.isOfRecords()).isTrue();
  }

  @Test
  void a_topic_that_takes_nothing_is_no_fault_of_the_records() {
    stage.log.breakDown();

    FeedFailure.NotDelivered failure =
        (FeedFailure.NotDelivered) stage.publish("f", HEADER + CUP + FORK).getLeft();

    assertThat(failure.isOfRecords()).isFalse();
    assertThat(failure.sentence())
        .contains("2 of 2", "lines 2, 3: topic orders: broken", "nothing was published");
  }

  @Test
  void progress_is_told_along_the_way_and_at_the_end() {
    stage
        .publish(InMemoryFeedSource.of("feed.jsonl", "{}\n".repeat(2_500)), FeedSettings.of("EUR"))
        .get();

    assertThat(stage.progress)
        .extracting(DeliveryCounts::sent)
        .containsExactly(1_000L, 2_000L, 2_500L);
    assertThat(new ArrayList<>(stage.progress))
        .last()
        .extracting(DeliveryCounts::acknowledged)
        .isEqualTo(2_500L);
  }

  @Test
  void a_row_with_an_optional_field_is_an_event_of_the_version_that_has_it() {
    String header = "Item,Qty,Price,City,Time,Off,Buyer\n";
    ColumnMapping mapping =
        ColumnMapping.parse(
                "product=Item,quantity=Qty,price=Price,city=City,event_time=Time,discount=Off,"
                    + "customer_id=Buyer")
            .get();
    stage.publish("plain", HEADER + CUP).get();
    stage
        .publish(
            InMemoryFeedSource.of(
                "f",
                header
                    + CUP.strip()
                    + ",,\n"
                    + CUP.strip()
                    + ",+0.50,c-7\n"
                    + CUP.strip()
                    + ",0.5,c-7\n"),
            SETTINGS.with(mapping))
        .get();

    List<String> events = stage.published();
    assertThat(events.get(1)).as("as it always was").isEqualTo(events.get(0));
    assertThat(events.get(2))
        .startsWith("{\"schema_version\":3,")
        .endsWith("\"discount\":\"0.50\",\"customer_id\":\"c-7\"}");
    List<String> ids = stage.ids();
    assertThat(ids.get(2)).endsWith("-1").isNotEqualTo(ids.get(1));
    assertThat(ids.get(3)).isEqualTo(ids.get(2).replaceAll("-1$", "-2"));
  }

  @Test
  void ids_are_made_of_columns_where_every_one_of_them_says_something() {
    ColumnMapping mapping = FeedStage.MAPPING.withId(io.vavr.collection.List.of("City", "Item"));
    stage
        .publish(
            InMemoryFeedSource.of("f", HEADER + CUP + PLATE + "Fork,1,1.00,,2026-11-20\n"),
            SETTINGS.with(mapping))
        .get();

    assertThat(stage.ids().subList(0, 2)).containsExactly("Bern-Cup", "Bern-Plate");
    assertThat(stage.published().get(0)).contains("\"order_id\":\"Bern-Cup\"");
    assertThat(stage.published().get(2)).doesNotContain("event_id");
  }
}
