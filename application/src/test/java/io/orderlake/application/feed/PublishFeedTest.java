package io.orderlake.application.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishFeedTest {
  private static final String HEADER = "Nr,Item,Quantity,Price Each,Date\n";
  private static final ColumnMapping MAPPING =
      ColumnMapping.parse(
              "order_id=Nr,product=Item,quantity=Quantity,price=Price Each,"
                  + "event_time=Date,city:=Online")
          .get();

  private final InMemoryOrderEventLog log = new InMemoryOrderEventLog("orders", 1);
  private final List<DeliveryCounts> progress = new ArrayList<>();
  private final PublishFeed publish =
      new PublishFeed(log, new PlainOrderEventDecoder(), progress::add);

  private Either<FeedFailure, FeedReport> rows(String csv) {
    return publish.rows(InMemoryFeedSource.of("feed.csv", csv), MAPPING, "feed.csv:", "EUR");
  }

  private List<String> published() {
    return log.stored().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  private List<String> keys() {
    return log.stored().stream().map(InMemoryOrderEventLog.Stored::key).toList();
  }

  @Test
  void lines_are_published_exactly_as_they_are() {
    byte[] feed =
        "{\"order_id\": \"1\" }\r\n\n \t\r\nno JSON\u00ff\n{\"order_id\":7}".getBytes(ISO_8859_1);

    FeedReport report = publish.lines(InMemoryFeedSource.of("feed.jsonl", feed)).get();

    assertThat(log.stored().stream().map(r -> new String(r.value(), ISO_8859_1)))
        .containsExactly("{\"order_id\": \"1\" }", "no JSON\u00ff", "{\"order_id\":7}");
    assertThat(keys()).containsExactly("1", null, null);
    assertThat(report).isEqualTo(new FeedReport(5, 2, new DeliveryCounts(3, 3, 0, Option.none())));
  }

  @Test
  void rows_become_events_of_version_2_with_their_cells_as_found() {
    FeedReport report =
        rows(HEADER + "A-1,Laptop,2,899.990,2026-11-22\nA-2,\"Desk, \"\"big\"\"\",ERROR, $5 ,\n")
            .get();

    assertThat(published())
        .containsExactly(
            "{\"schema_version\":2,\"event_id\":\"feed.csv:1\",\"order_id\":\"A-1\",\"product\":\"Laptop\","
                + "\"quantity\":2,\"unit_price\":\"899.990\",\"currency\":\"EUR\",\"city\":\"Online\","
                + "\"event_time\":\"2026-11-22\"}",
            "{\"schema_version\":2,\"event_id\":\"feed.csv:2\",\"order_id\":\"A-2\",\"product\":\"Desk,"
                + " \\\"big\\\"\",\"quantity\":\"ERROR\",\"unit_price\":\" $5 \",\"currency\":\"EUR\","
                + "\"city\":\"Online\"}");
    assertThat(keys()).containsExactly("A-1", "A-2");
    assertThat(report.counts().acknowledged()).isEqualTo(2);
    assertThat(report.read()).isEqualTo(2);
  }

  @Test
  void only_a_whole_number_becomes_a_json_number() {
    rows(HEADER + "1,a, 3 ,1,d\n1,a,03,1,d\n1,a,3.0,1,d\n1,a,-4,1,d\n1,a,1e3,1,d\n").get();

    assertThat(
            published().stream().map(event -> event.replaceAll(".*\"quantity\":([^,]*),.*", "$1")))
        .containsExactly("3", "\"03\"", "\"3.0\"", "-4", "\"1e3\"");
  }

  @Test
  void an_order_id_that_is_not_mapped_is_the_event_id() {
    ColumnMapping mapping =
        ColumnMapping.parse(
                "event_id=Nr,product=Item,quantity=Quantity,price=Price Each,event_time=Date,city=Item")
            .get();

    publish.rows(InMemoryFeedSource.of("f", HEADER + "A-1,x,1,1,d\n"), mapping, "f:", "EUR").get();

    assertThat(published().get(0)).contains("\"event_id\":\"A-1\",\"order_id\":\"A-1\"");
    assertThat(keys()).containsExactly("A-1");
  }

  @Test
  void the_same_feed_twice_gives_the_same_events() {
    String feed = HEADER + "1,a,1,1,d\n2,b,2,2,d\n";
    rows(feed).get();
    rows(feed).get();

    assertThat(published().subList(0, 2)).isEqualTo(published().subList(2, 4));
  }

  @Test
  void a_wrong_mapping_publishes_nothing_and_names_the_columns() {
    FeedFailure failure = rows("Nr,Product,Quantity,Price Each,Date\n1,a,1,1,d\n").getLeft();

    assertThat(failure.sentence())
        .contains("feed.csv")
        .contains("no column 'Item'")
        .contains("'Nr', 'Product', 'Quantity', 'Price Each', 'Date'")
        .contains("nothing was published");
    assertThat(log.stored()).isEmpty();
  }

  @Test
  void a_feed_that_breaks_off_says_where_and_how_much_was_published() {
    FeedFailure failure = rows(HEADER + "1,a,1,1,d\n2,b,2,2,d,too much\n3,c,1,1,d\n").getLeft();

    assertThat(failure.sentence()).contains("row 2").contains("1 records before it were published");
    assertThat(log.stored()).hasSize(1);
  }

  @Test
  void a_feed_that_is_not_there_is_a_failure() {
    assertThat(publish.lines(InMemoryFeedSource.absent("feed.jsonl")).getLeft().sentence())
        .contains("feed.jsonl");
    assertThat(
            publish
                .rows(InMemoryFeedSource.absent("feed.csv"), MAPPING, "", "EUR")
                .getLeft()
                .sentence())
        .contains("feed.csv");
  }

  @Test
  void failed_deliveries_are_a_failure_that_counts_them() {
    log.breakDown();

    FeedFailure failure = rows(HEADER + "1,a,1,1,d\n2,b,2,2,d\n").getLeft();

    assertThat(failure.sentence()).contains("2 of 2").contains("topic orders: broken");
  }

  @Test
  void progress_is_told_along_the_way_and_at_the_end() {
    publish.lines(InMemoryFeedSource.of("feed.jsonl", "{}\n".repeat(2_500))).get();

    assertThat(progress).extracting(DeliveryCounts::sent).containsExactly(1_000L, 2_000L, 2_500L);
  }
}
