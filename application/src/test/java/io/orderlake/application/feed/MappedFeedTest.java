package io.orderlake.application.feed;

import static io.orderlake.application.feed.MappedShops.CSV;
import static io.orderlake.application.feed.MappedShops.CUP;
import static io.orderlake.application.feed.MappedShops.POT;
import static io.orderlake.application.feed.MappedShops.by;
import static io.orderlake.application.feed.MappedShops.field;
import static io.orderlake.application.feed.MappedShops.number;
import static io.orderlake.application.feed.MappedShops.orders;
import static io.orderlake.application.feed.MappedShops.source;
import static io.orderlake.application.feed.MappedShops.text;
import static io.orderlake.application.feed.MappedShops.tills;
import static io.orderlake.application.feed.MappedShops.time;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Shops;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.source.ValueTable;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Feeds whose rows and records become events by the mapping of a source. */
class MappedFeedTest {
  private final FeedStage stage = new FeedStage();

  private FeedReport publish(String feed, Source source) {
    return stage.publish(InMemoryFeedSource.of("f", feed), by(source)).get();
  }

  private Examination look(String feed, Source source) {
    return stage.look(InMemoryFeedSource.of("f", feed), by(source)).get();
  }

  @Test
  void a_row_becomes_an_event_of_the_current_version_under_its_order_id() {
    FeedReport report =
        publish(
            CSV + CUP + ";;;;;;\n" + POT,
            tills(field("event_id", "{Beleg}-{Pos}", text()), field("order_id", "Beleg", text())));

    assertThat(stage.published())
        .containsExactly(
            "{\"schema_version\":5,\"event_id\":\"B1-1\",\"order_id\":\"B1\",\"product\":\"Cup\",\"quantity\":2,\"unit_price\":\"3.5\",\"currency\":\"USD\",\"city\":\"Köln\",\"event_time\":\"2026-11-20T13:05:00Z\"}",
            "{\"schema_version\":5,\"event_id\":\"B1-2\",\"order_id\":\"B1\",\"product\":\"Pot\",\"quantity\":1,\"unit_price\":\"1009.99\",\"currency\":\"USD\",\"city\":\"Köln\",\"event_time\":\"2026-11-20T13:05:00Z\"}");
    assertThat(stage.log.stored())
        .extracting(InMemoryOrderEventLog.Stored::key)
        .containsExactly("B1", "B1");
    assertThat(report.read()).isEqualTo(new FeedCounts(true, 3, 1, 0));
  }

  @Test
  void rows_that_say_the_same_are_counted_over_the_whole_feed_and_in_every_feed_alike() {
    publish(CSV + CUP + POT + CUP, tills());
    List<String> october = stage.ids();
    publish("Zeit;Artikel;Menge;Preis;Filiale\n20.11.2026 14:05;T-1;2,0;3,5;Köln\n", tills());

    assertThat(october).doesNotHaveDuplicates();
    assertThat(october.get(2)).isEqualTo(october.get(0).replaceAll("-1$", "-2"));
    assertThat(stage.ids().get(3)).isEqualTo(october.get(0));
  }

  @Test
  void the_id_of_a_row_is_the_one_that_the_inline_mapping_gives_it() {
    publish(CSV + CUP, tills());
    FeedSettings inline =
        FeedSettings.of("USD")
            .with(
                ColumnMapping.parse(
                        "product:=Cup,quantity=Menge,price=Preis,city=Filiale,event_time=Zeit")
                    .get())
            .with(
                TimeStyle.of(Option.some("dd.MM.yyyy HH:mm"), Option.some("Europe/Berlin")).get());
    stage
        .publish(
            InMemoryFeedSource.of("f", CSV + CUP),
            inline.with(inline.layout().withDelimiter(Option.some(';'))))
        .get();

    assertThat(stage.ids()).hasSize(2);
    assertThat(stage.ids().get(1)).isEqualTo(stage.ids().get(0));
  }

  @Test
  void what_cannot_be_converted_is_told_and_never_taken_for_what_the_contract_reads_in_it() {
    String wrong = "B2;1;T-9;2;12.50;Köln;2026-11-20T10:00:00Z\n";

    Examination seen = look(CSV + CUP + wrong, tills());
    publish(CSV + CUP + wrong, tills());

    assertThat(stage.published().get(1))
        .contains(
            "\"product\":{\"found\":\"T-9\",\"expected\":\"a value that the table products.csv (2 values) has\"}")
        .contains(
            "\"unit_price\":{\"found\":\"12.50\",\"expected\":\"a number with a decimal comma")
        .contains("\"event_time\":{\"found\":\"2026-11-20T10:00:00Z\"");
    assertThat(seen.passing()).isEqualTo(1);
    assertThat(seen.failing()).isEqualTo(1);
    assertThat(seen.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("field_type");
              assertThat(reason.line()).isEqualTo(3);
              assertThat(reason.sentence()).contains("T-9", "products.csv");
            });
  }

  @Test
  void every_field_that_cannot_be_converted_is_quarantined() {
    for (MappedField field : MappedField.ALL) {
      ValueTable none = new ValueTable("none.csv", Map.of("x", "y"));
      Conversion conversion =
          switch (field.kind()) {
            case TEXT -> new Conversion.ToText(List.of(), none);
            case NUMBER, DECIMAL -> number(false);
            case TIME -> time("dd.MM.yyyy");
          };
      FieldMapping wrong = field(field.name(), "Falsch", conversion);

      Examination seen = look(CSV.strip() + ";Falsch\n" + CUP.strip() + ";?\n", tills(wrong));

      assertThat(seen.passing()).as(field.name()).isZero();
      assertThat(seen.reasons().mkString()).contains(field.name() + " is an object", "?");
    }
  }

  private static String order(int number, String... lines) {
    return "{\"nr\":%s,\"ort\":\"Köln\",\"lines\":[%s]}".formatted(number, String.join(",", lines));
  }

  private static String line(String product, int quantity) {
    return "{\"was\":\"%s\",\"menge\":%s}".formatted(product, quantity);
  }

  @Test
  void a_record_is_taken_apart_into_an_event_for_each_line() {
    String feed =
        order(7, line("Cup", 1), line("Pot", 2)) + "\n\n" + order(8, line("Cup", 1)) + "\n";

    Examination seen = look(feed, orders());
    FeedReport report = publish(feed, orders());

    assertThat(seen.counts()).isEqualTo(new FeedCounts(false, 3, 1, 0, 1));
    assertThat(seen.passing()).isEqualTo(3);
    assertThat(report.read().events()).isEqualTo(3);
    assertThat(report.counts().acknowledged()).isEqualTo(3);
    assertThat(stage.log.stored())
        .extracting(InMemoryOrderEventLog.Stored::key)
        .containsExactly("7", "7", "8");
    assertThat(stage.published().get(1)).contains("\"product\":\"Pot\",\"quantity\":2");
  }

  @Test
  void lines_that_say_the_same_are_counted_beyond_their_record() {
    Source unnamed = orders(field("order_id", "/auftrag", text()));
    publish(order(7, line("Cup", 1), line("Cup", 1)) + "\n" + order(8, line("Cup", 1)), unnamed);

    List<String> ids = stage.ids();
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(ids.get(2)).isEqualTo(ids.get(0).replaceAll("-1$", "-3"));
  }

  @Test
  void a_record_without_lines_is_published_as_it_was_found_and_the_reason_is_said() {
    String feed = order(7, line("Cup", 1)) + "\n{\"ping\": 1}\n{\"lines\":[]}\nno JSON\n";

    Examination seen = look(feed, orders());
    publish(feed, orders());

    assertThat(stage.published().subList(1, 4))
        .containsExactly("{\"ping\": 1}", "{\"lines\":[]}", "no JSON");
    assertThat(seen.passing()).isEqualTo(1);
    assertThat(seen.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("undecodable");
              assertThat(reason.count()).isEqualTo(3);
              assertThat(reason.line()).isEqualTo(2);
              assertThat(reason.sentence()).isEqualTo("the record has no array of lines at /lines");
            });
  }

  @Test
  void what_is_known_is_left_out_line_by_line() {
    stage.known =
        events -> {
          java.util.BitSet second = new java.util.BitSet();
          second.set(1);
          return new KnownEvents.Answer(second, 0, Option.none());
        };

    FeedReport report = publish(order(7, line("Cup", 1), line("Pot", 2), line("Tea", 3)), orders());

    assertThat(report.known()).isEqualTo(1);
    assertThat(stage.published()).hasSize(2).noneMatch(event -> event.contains("Pot"));
  }

  private static String sum(String a, String b) {
    return Integer.toString(Integer.parseInt(a) + Integer.parseInt(b));
  }

  /** Accepted lines by id with their content, and how many are none. */
  private static Map<String, String> accepted(RecordRefiner refiner, String topic, byte[] value) {
    Map<String, String> accepted = new TreeMap<>();
    BronzeRecord record =
        new BronzeRecord(
            new BronzeOrder(0, new SourcePosition(topic, 0, 0)),
            FeedStage.CLOCK.instant(),
            TimestampType.CREATE_TIME,
            new BronzeRecord.Content(null, value, List.of()));
    for (Verdict verdict : refiner.refine(record).verdicts()) {
      if (verdict instanceof Verdict.Accepted line) {
        accepted.put(line.order().eventId(), line.order().contentHash().toString());
      } else {
        accepted.merge("none", "1", MappedFeedTest::sum);
      }
    }
    return accepted;
  }

  /** The bytes with a record before and behind them that has no lines, so that they are a line. */
  private static byte[] amongOthers(byte[] record) {
    byte[] other = "{}\n".getBytes(UTF_8);
    ByteBuffer feed = ByteBuffer.allocate(record.length + 1 + 2 * other.length);
    return feed.put(other).put(record).put((byte) '\n').put(other).array();
  }

  private static boolean isOneLine(byte[] record) {
    String text = new String(record, ISO_8859_1);
    return !text.isBlank() && text.indexOf('\n') < 0 && !text.endsWith("\r");
  }

  @Test
  void what_a_feed_publishes_of_a_record_is_what_the_lake_makes_of_it_in_the_sources_topic() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    Sources sources = Shops.sources(new PlainRecordFormat());
    RecordRefiner byTopic =
        new RecordRefiner(stage.decoder, RuleSet.of(RuleSettings.DEFAULTS, sources));
    FeedSettings settings =
        FeedSettings.of(RuleSettings.DEFAULTS.currency()).with(sources.all().get(0));
    List<Sent> all = new ArrayList<>(Shops.random(random, 300));
    all.addAll(Shops.extremes(random, 300));
    int compared = 0;
    for (Sent sent : all) {
      byte[] record = sent.content().value();
      if (!sent.topic().equals(Shops.SHOP) || record == null || !isOneLine(record)) {
        continue;
      }
      FeedStage fresh = new FeedStage();
      fresh.publish(InMemoryFeedSource.of("f", amongOthers(record)), settings).get();
      Map<String, String> byFeed = new TreeMap<>();
      for (InMemoryOrderEventLog.Stored event : fresh.log.stored()) {
        if (!new String(event.value(), UTF_8).equals("{}")) {
          accepted(fresh.refiner, "orders", event.value())
              .forEach((id, content) -> byFeed.merge(id, content, MappedFeedTest::sum));
        }
      }
      assertThat(byFeed)
          .as("seed %s, record %s", seed, new String(record, UTF_8))
          .isEqualTo(accepted(byTopic, Shops.SHOP, record));
      compared++;
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void an_array_is_one_record_where_the_source_takes_arrays_apart() {
    Source lists =
        source(
            ".",
            field("event_id", "{/0/nr}-{line}", text()),
            field("product", "was", text()),
            field("quantity", "menge", number(true)));
    String feed = "[{\"nr\":7,\"was\":\"Cup\",\"menge\":1},{\"was\":\"Pot\",\"menge\":2}]\n";

    FeedSettings settings = by(lists).withForm(FeedForm.EVENTS);
    stage.publish(InMemoryFeedSource.of("f", feed), settings).get();

    assertThat(stage.ids()).containsExactly("7-0", "7-1");
  }
}
