package io.orderlake.application.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.examine.Passing;
import io.orderlake.application.examine.ReasonCount;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Shops;
import io.orderlake.application.source.SourceCheck.Example;
import io.orderlake.application.source.SourceCheck.Row;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.InMemorySourceRecords;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueOrigin;
import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSourceTest {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final Conversion TEXT = new Conversion.ToText(List.of(), null);
  private static final long ALL = Long.MAX_VALUE;
  private static final Source SHOP = shop("{/id}-{line}", Pointer.parse("/lines").get());

  private final CheckSource check =
      new CheckSource(
          new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS)),
          Schemas.none(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private static Source shop(String eventId, @Nullable Pointer lines) {
    return new Source(
        "shop",
        List.of("shop-orders"),
        new PlainRecordFormat(),
        new Mapping(
            lines,
            List.of(
                field(OrderFields.EVENT_ID, eventId, TEXT),
                field(OrderFields.PRODUCT, "sku", TEXT),
                field(
                    OrderFields.QUANTITY,
                    "qty",
                    new Conversion.ToNumber(NumberStyle.PLAIN, 0, /* whole= */ true)),
                field(
                    OrderFields.UNIT_PRICE,
                    "./price/cents",
                    new Conversion.ToNumber(NumberStyle.PLAIN, 2, /* whole= */ false)),
                field(OrderFields.CITY, "/city", TEXT),
                field(
                    OrderFields.EVENT_TIME,
                    "/at",
                    new Conversion.ToTime(new TimeForm.Written(TimeStyle.ISO))))));
  }

  private static FieldMapping field(String name, String at, Conversion conversion) {
    return new FieldMapping(
        MappedField.named(name).orElseThrow(), ValueOrigin.at(at).get(), conversion, null);
  }

  private static String line(String sku, String quantity, String cents) {
    return "{\"sku\":\"%s\",\"qty\":%s,\"price\":{\"cents\":%s}}".formatted(sku, quantity, cents);
  }

  private static String order(String id, String... lines) {
    return "{\"id\":\"%s\",\"city\":\"BERN\",\"at\":\"2026-11-20T10:15:00Z\",\"lines\":[%s]}\n"
        .formatted(id, String.join(",", lines));
  }

  private static final String CUP = line("Cup", "2", "1250");
  private static final String BAD = line("Cup", "0", "1250");

  private SourceCheck look(String content) {
    return look(SHOP, content);
  }

  private SourceCheck look(Source source, String content) {
    return check
        .feed(source, InMemoryFeedSource.of("f.json", content), ALL, 3)
        .getOrElseThrow(problem -> new AssertionError(problem));
  }

  @Test
  void the_first_lines_are_shown_as_they_would_stand_in_silver() {
    SourceCheck seen = look(order("a", CUP, line("Fork", "1", "99")) + order("b", CUP, CUP));

    assertThat(seen.records()).isEqualTo(new SourceCheck.Records(2, true, 0, 0, true, true));
    assertThat(seen.lines()).isEqualTo(new Passing(4, 4));
    assertThat(seen.reasons()).isEmpty();
    assertThat(seen.shown())
        .extracting(
            row -> row.place().toString(),
            row -> row.order().eventId(),
            row -> row.order().product(),
            row -> row.order().city(),
            row -> row.order().total().plain(),
            row -> row.order().currency())
        .containsExactly(
            tuple("f.json:1/0", "a-0", "Cup", "Bern", "25.00", "USD"),
            tuple("f.json:1/1", "a-1", "Fork", "Bern", "0.99", "USD"),
            tuple("f.json:2/0", "b-0", "Cup", "Bern", "25.00", "USD"));
  }

  @Test
  void reasons_come_by_rule_and_field_with_counts_and_first_examples() {
    SourceCheck seen =
        look(
            order("a", BAD, CUP, "{\"sku\":\"Cup\",\"qty\":\"no\",\"price\":7}")
                + order("b", BAD, BAD, BAD, CUP));

    assertThat(seen.lines()).isEqualTo(new Passing(2, 7));
    assertThat(seen.reasons())
        .extracting(ReasonCount::code, ReasonCount::field, ReasonCount::count)
        .containsExactly(
            tuple("quantity_out_of_range", "quantity", 4L),
            tuple("field_missing", "unit_price", 1L),
            tuple("field_type", "quantity", 1L));
    assertThat(seen.reasons().head().examples())
        .extracting(example -> example.place().toString(), Example::at, Example::value)
        .containsExactly(
            tuple("f.json:1/0", "/lines/0/qty", Option.some("0")),
            tuple("f.json:2/0", "/lines/0/qty", Option.some("0")),
            tuple("f.json:2/1", "/lines/1/qty", Option.some("0")));
    assertThat(seen.reasons().head().examples().head().sentence()).contains("/lines/0/qty", "0");
    assertThat(seen.reasons().get(1).examples().head().value()).isEqualTo(Option.none());
    assertThat(seen.reasons().get(2).examples().head().value()).isEqualTo(Option.some("\"no\""));
  }

  @Test
  void a_record_that_cannot_be_taken_apart_counts_whole() {
    SourceCheck seen = look(order("a", CUP, CUP) + "{\"lines\":{}}\n{not json}\n" + order("b"));

    assertThat(seen.records()).isEqualTo(new SourceCheck.Records(4, true, 0, 3, true, true));
    assertThat(seen.lines()).isEqualTo(new Passing(2, 5));
    assertThat(seen.reasons()).hasSize(1);
    assertThat(seen.reasons().head().code()).isEqualTo("undecodable");
    assertThat(seen.reasons().head().field()).isEmpty();
    assertThat(seen.reasons().head().examples().map(example -> example.place().toString()))
        .containsExactly("f.json:2", "f.json:3", "f.json:4");
  }

  @ParameterizedTest
  @CsvSource({"0,1,true", "1,4,true", "1,3,false", "5,0,false"})
  void a_source_is_refused_when_fewer_than_one_line_in_four_passes(
      int good, int bad, boolean refused) {
    String lines =
        String.join(",", (CUP + "\n").repeat(good).concat((BAD + "\n").repeat(bad)).split("\n"));

    assertThat(look(order("a", lines)).isRefused()).isEqualTo(refused);
  }

  @Test
  void an_event_id_that_does_not_tell_lines_apart_is_found_out() {
    SourceCheck seen =
        look(
            shop("/id", Pointer.parse("/lines").get()),
            order("a", CUP, line("Fork", "1", "99"), CUP));

    assertThat(seen.lines()).isEqualTo(new Passing(2, 3));
    assertThat(seen.repeats()).isEqualTo(1);
    assertThat(seen.shown()).hasSize(1);
    assertThat(seen.reasons())
        .extracting(ReasonCount::code, ReasonCount::field)
        .containsExactly(tuple("duplicate_conflict", "event_id"));
    assertThat(seen.reasons().head().examples().head().place()).hasToString("f.json:1/1");
  }

  @Test
  void lines_that_pass_with_a_warning_are_counted() {
    SourceCheck seen = look(order("a", CUP, CUP).replace("00Z", "00"));

    assertThat(seen.lines()).isEqualTo(new Passing(2, 2));
    assertThat(seen.warnings().toJavaMap())
        .isEqualTo(java.util.Map.of("event_time_without_zone", 2L));
  }

  @Test
  void an_array_at_the_top_is_a_list_of_records_unless_records_are_arrays_of_lines() {
    String list = "[" + order("a", CUP).strip() + ",\n" + order("b", CUP, CUP).strip() + "]";
    assertThat(look(list).records().read()).isEqualTo(2);
    assertThat(look(list).shown().map(row -> row.place().toString()))
        .containsExactly("f.json:1/0", "f.json:2/0", "f.json:2/1");

    Source arrays = shop("{./id}-{line}", Pointer.ROOT);
    SourceCheck seen = look(arrays, "[{\"id\":1},\n{\"id\":2}]\n[{\"id\":3}]\n");
    assertThat(seen.records().read()).isEqualTo(2);
    assertThat(seen.lines().all()).isEqualTo(3);
    assertThat(seen.reasons().head().examples().map(example -> example.place().toString()))
        .containsExactly("f.json:1/0", "f.json:1/1", "f.json:3/0");
  }

  @Test
  void a_record_of_one_line_has_no_number_behind_its_place() {
    String flat =
        "{\"id\":7,\"sku\":\"Cup\",\"qty\":1,\"price\":{\"cents\":5},\"city\":\"Bern\",%s}\n";
    SourceCheck seen =
        look(
            shop("/id", null),
            flat.formatted("\"at\":\"2026-11-20T10:15:00Z\"") + flat.formatted("\"at\":true"));

    assertThat(seen.shown().map(Row::place)).hasToString("List(f.json:1)");
    Example wrong = seen.reasons().head().examples().head();
    assertThat(wrong.place()).hasToString("f.json:2");
    assertThat(wrong.at()).isEqualTo("/at");
    assertThat(wrong.value()).isEqualTo(Option.some("true"));
  }

  @Test
  void no_more_records_are_looked_at_than_are_asked_for() {
    InMemoryFeedSource feed =
        InMemoryFeedSource.of("f.json", order("a", CUP) + "\n" + order("b", CUP) + "\n");

    assertThat(check.feed(SHOP, feed, 1, 3).get().records())
        .isEqualTo(new SourceCheck.Records(1, true, 1, 0, false, true));
    assertThat(check.feed(SHOP, feed, 2, 3).get().records())
        .isEqualTo(new SourceCheck.Records(2, true, 2, 0, true, true));
  }

  @Test
  void a_feed_that_cannot_be_read_to_its_end_is_named_with_the_line() {
    String broken = "[" + order("a", CUP).strip() + ",\n{\"id\":";

    assertThat(check.feed(SHOP, InMemoryFeedSource.of("f.json", broken), ALL, 3).getLeft())
        .startsWith("f.json: ")
        .contains("line 2");
    assertThat(check.feed(SHOP, InMemoryFeedSource.absent("g.json"), ALL, 3).getLeft())
        .startsWith("g.json: ");
  }

  private SourceCheck looked(InMemoryOrderEventLog log, Instant made, long most) {
    NewestRecords newest =
        new NewestRecords(
            topic -> new TopicOfLog(topic, log),
            new InMemorySourceRecords(log, made.toEpochMilli()));
    return check.topics(SHOP, newest, most, 3);
  }

  @Test
  void the_newest_records_of_a_topic_are_judged_where_and_when_they_were_made() {
    InMemoryOrderEventLog log = new InMemoryOrderEventLog("shop-orders", 1);
    for (String id : List.of("a", "b", "c")) {
      log.publish(null, order(id, CUP, BAD).getBytes(UTF_8), delivery -> {});
    }
    SourceCheck seen = looked(log, NOW, 2);

    assertThat(seen.from()).hasToString("shop-orders");
    assertThat(seen.records()).isEqualTo(new SourceCheck.Records(2, true, 0, 0, false, true));
    assertThat(seen.lines()).isEqualTo(new Passing(2, 4));
    assertThat(seen.shown().map(row -> row.order().eventId())).containsExactly("b-0", "c-0");
    assertThat(seen.reasons().head().examples().head().place())
        .isEqualTo(
            new LinePlace(new RecordPlace.InTopic(new SourcePosition("shop-orders", 0, 1)), 1));
    assertThat(looked(log, Instant.EPOCH, 2).reasons().map(ReasonCount::code))
        .contains("event_time_in_future");
  }

  @Test
  void what_is_said_of_a_topic_is_what_refining_it_comes_to() {
    Sources sources = Shops.sources(new PlainRecordFormat());
    for (long seed = 17; seed < 57; seed++) {
      List<Sent> history =
          Shops.random(new Random(seed), 90).stream()
              .filter(record -> record.topic().equals(Shops.SHOP))
              .toList();
      InMemoryOrderEventLog log = new InMemoryOrderEventLog(Shops.SHOP, 2);
      history.forEach(sent -> log.publish(keyOf(sent), sent.content().value(), unused -> {}));
      NewestRecords newest =
          new NewestRecords(
              topic -> new TopicOfLog(topic, log),
              new InMemorySourceRecords(log, Sent.NOON.toEpochMilli()));
      SourceCheck seen = check.topics(sources.of(Shops.SHOP), newest, ALL, 1_000);

      InMemoryLake lake = new InMemoryLake();
      lake.store(history);
      Pipeline refining =
          new Pipeline(
              lake,
              new RecordRefiner(
                  new PlainOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS, sources)),
              1_000_000);
      refining.silver();
      Conservation totals = refining.lake().totals();
      assertThat(seen.shown())
          .as("seed %s", seed)
          .extracting(row -> row.order().eventId(), row -> row.order().contentHash())
          .containsExactlyInAnyOrderElementsOf(
              lake.silverRows().stream()
                  .map(row -> tuple(row.eventId(), row.contentHash()))
                  .toList());
      assertThat(
              List.of(
                  seen.lines().passing() - seen.repeats(), seen.lines().failing(), seen.repeats()))
          .as("seed %s", seed)
          .isEqualTo(List.of(totals.refined(), totals.quarantined(), totals.duplicates()));
      assertThat(seen.lines().all() - seen.records().read()).isEqualTo(totals.furtherLines());
    }
  }

  /** A key of the partition to which the record went. */
  private static String keyOf(Sent sent) {
    return Integer.toString(sent.partition());
  }

  @Test
  void where_there_is_no_record_nothing_is_refused() {
    SourceCheck seen = looked(new InMemoryOrderEventLog("shop-orders", 2), NOW, 5);

    assertThat(seen.records()).isEqualTo(new SourceCheck.Records(0, true, 0, 0, true, true));
    assertThat(seen.isRefused()).isFalse();
  }

  @Test
  void records_of_a_source_that_is_only_for_feeds_are_judged_as_those_of_a_topic() {
    Source feeds = new Source("shop", List.of(), SHOP.format(), SHOP.mapping());

    SourceCheck seen = look(feeds, order("a", CUP, BAD));

    assertThat(seen.lines()).isEqualTo(look(order("a", CUP, BAD)).lines());
    assertThat(seen.lines()).isEqualTo(new Passing(1, 2));
  }
}
