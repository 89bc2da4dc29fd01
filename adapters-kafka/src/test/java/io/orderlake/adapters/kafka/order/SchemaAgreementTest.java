package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.ExtremeNumbers;
import io.orderlake.application.fixture.ExtremeText;
import io.orderlake.application.fixture.ExtremeTimes;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a version's schema accepts is refined, and what it refuses is not; values at every edge. */
class SchemaAgreementTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

  private static final Set<String> BEYOND_SCHEMA = OrderContract.beyondSchema();

  private static final Map<String, JsonSchema> SCHEMAS =
      OrderContract.VERSIONS.stream()
          .collect(Collectors.toMap(Function.identity(), SchemaAgreementTest::schema));

  private final RecordRefiner refiner =
      new RecordRefiner(new FastOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));

  /**
   * The schema with its patterns in Java's words: those of JSON Schema are ECMAScript's, where
   * {@code \\s} has more characters and {@code $} stands for the very end.
   */
  private static JsonSchema schema(String version) {
    String text =
        new String(OrderContract.read(OrderContract.DIR.resolve(version + ".schema.json")), UTF_8)
            .replace("[^\\\\s", "[^\\\\t\\\\n\\\\x0B\\\\f\\\\r \\\\ufeff")
            .replace("$\"", "\\\\z\"");
    assertThat(text).doesNotContain("\\\\s").contains("ufeff", "\\\\z\"");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  static List<String> versions() {
    return OrderContract.VERSIONS;
  }

  private static Event valid(String version) {
    return switch (version) {
      case "v1" -> Event.v1("e-1");
      case "v2" -> Event.v2("e-1");
      default -> Event.v3("e-1").with("schema_version", version.substring(1));
    };
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_field_is_read_as_its_schema_says(String version) throws IOException {
    Event valid = valid(version);
    int accepted = 0;
    int tried = 0;
    for (String field : fields(version)) {
      for (String json : values()) {
        accepted += agree(version, valid.with(field, json)) ? 1 : 0;
        tried++;
      }
      agree(version, valid.without(field));
    }
    assertThat(accepted).isBetween(tried / 10, tried * 9 / 10);
  }

  @Test
  void what_a_cancellation_has_beside_the_events_id_means_nothing() throws IOException {
    Event cancellation = Event.cancellation("e-1");
    for (String field : fields("v5")) {
      for (String json : values()) {
        boolean accepted = agree("v5", cancellation.with(field, json));
        boolean meansNothing = !Set.of("schema_version", "event_id", "kind").contains(field);
        assertThat(accepted || !meansNothing).as("%s %s", field, json).isTrue();
      }
    }
  }

  private static List<String> fields(String version) {
    List<String> fields = new ArrayList<>();
    OrderContract.schema(version).path("properties").fieldNames().forEachRemaining(fields::add);
    fields.add("discount");
    fields.add("customer_id");
    fields.add("unit_price");
    fields.add("something");
    return fields.stream().distinct().toList();
  }

  /** As JSON; none that is no event, or whose exponent would keep the validator busy for ever. */
  private static List<String> values() {
    List<String> numbers =
        ExtremeNumbers.NUMBERS.stream()
            .filter(number -> !number.matches(".*[eE].*[0-9]{5}") && number.length() <= 1_000)
            .toList();
    Stream<String> texts =
        Stream.of(
                ExtremeText.TEXTS,
                ExtremeTimes.TIMES,
                ExtremeTimes.LATER,
                ExtremeTimes.NO_TIMES,
                numbers,
                ExtremeNumbers.NO_DECIMALS,
                numbers.stream().map(number -> "0" + number).toList(),
                numbers.stream().map(number -> "0000000" + number).toList(),
                List.of("USD", "USD\n", "EUR", "1\n", "100.00\n", "-0.00", "x".repeat(70_000)))
            .flatMap(List::stream)
            .map(ExtremeText::quoted);
    return Stream.of(numbers.stream(), ExtremeNumbers.NO_NUMBERS.stream(), texts)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  @Test
  void times_of_any_form_are_read_as_the_schema_says() throws IOException {
    long seed = 8_601;
    Random random = new Random(seed);
    int accepted = 0;
    int tried = 20_000;
    for (int i = 0; i < tried; i++) {
      String time = almostTime(random);
      Event event = Event.v2("e-1").with("event_time", ExtremeText.quoted(time));
      accepted += agree("v2", event) ? 1 : 0;
    }
    assertThat(accepted).as("seed %d", seed).isBetween(tried / 20, tried * 19 / 20);
  }

  /** A time in parts that mostly fit together, with a character changed now and then. */
  private static String almostTime(Random random) {
    String text =
        part(
                random,
                List.of("2026", "0001", "1582", "1999"),
                List.of("0000", "202", "+2026", "9999"))
            + part(random, List.of("-"), List.of("", "/", "."))
            + part(random, List.of("10", "01", "12", "02"), List.of("13", "1", "00"))
            + part(random, List.of("-"), List.of("", "/", "."))
            + part(random, List.of("20", "01", "28"), List.of("29", "30", "31", "32", "2"))
            + part(random, List.of("T", "t", " "), List.of("", "T ", "  ", "_"))
            + part(random, List.of("10:15", "00:00", "23:59"), List.of("24:00", "10:60", "10", ""))
            + part(random, List.of(":00", ":59", ""), List.of(":60", ":0", "00"))
            + part(random, List.of("", ".5", ".123456789"), List.of(".", ",5", ".1234567890"))
            + part(
                random,
                List.of("Z", "z", "+02:00", "-18:00", "+00:53:28", "-00:00", ""),
                List.of("+18:01", "+0200", "+02", "UTC", "+99:99", "Z\n", "[Europe/Berlin]"));
    if (random.nextInt(8) > 0) {
      return text;
    }
    int at = random.nextInt(text.length() + 1);
    String changed = part(random, List.of("", "0", ":", "Z"), List.of("-", " ", "\u0661", "."));
    return text.substring(0, at) + changed + text.substring(Math.min(text.length(), at + 1));
  }

  private static String part(Random random, List<String> usual, List<String> odd) {
    List<String> parts = random.nextInt(14) == 0 ? odd : usual;
    return parts.get(random.nextInt(parts.size()));
  }

  /** Asserts that both say the same, as far as a schema can say it; true when both accept. */
  private boolean agree(String version, Event event) throws IOException {
    BronzeRecord record = record(event.bytes());
    boolean fits =
        fits(refiner.schemaVersionOf(record).map(v -> "v" + v).getOrElse(version), event);
    Verdict verdict = refiner.refine(record).whole();
    String shown = event.json().length() > 2_000 ? "a long event" : event.json();
    if (verdict instanceof Verdict.Rejected rejected) {
      boolean statable = rejected.reasons().stream().anyMatch(SchemaAgreementTest::isStatable);
      assertThat(fits)
          .as("%s accepts what is refused: %s, %s", version, shown, rejected)
          .isEqualTo(!statable);
      return false;
    }
    assertThat(fits).as("%s refuses what is accepted: %s", version, shown).isTrue();
    return true;
  }

  private static boolean fits(String version, Event event) throws IOException {
    JsonNode json = OrderContract.JSON.readTree(event.bytes());
    try {
      return SCHEMAS.get(version).validate(json).isEmpty();
    } catch (NumberFormatException e) {
      // the validator stumbles over a text where a number has to be
      return false;
    }
  }

  /** A schema has a pattern, and neither a calendar nor another field to look at. */
  private static boolean isStatable(QuarantineReason reason) {
    return reason.code().equals("event_time_unparsable")
        ? reason.sentence().contains("is not in the form")
        : !BEYOND_SCHEMA.contains(reason.code())
            || (reason.code().equals("currency_unsupported")
                && !reason.sentence().matches("(?s).*not \"[A-Z]{3}\""));
  }

  private static BronzeRecord record(byte[] value) {
    return new BronzeRecord(
        new BronzeOrder(0, new SourcePosition("orders", 0, 0)),
        RECEIVED,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(null, value, List.of()));
  }
}
