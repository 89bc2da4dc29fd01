package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.orderlake.adapters.kafka.order.OrderContract.Sample;
import io.orderlake.application.generate.Expectation;
import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderContractTest {
  private static final Instant KAFKA_TIMESTAMP = Instant.parse("2026-11-22T12:00:00Z");

  /** Rules that a schema states in part, or that are about the bytes. */
  private static final Set<String> PARTLY_SCHEMA =
      Set.of("event_time_unparsable", OrderRules.UNDECODABLE);

  private final RecordRefiner refiner =
      new RecordRefiner(new JacksonOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));

  static List<Sample> valid() {
    return OrderContract.samples("valid");
  }

  static List<Sample> invalid() {
    return OrderContract.samples("invalid");
  }

  private Verdict verdict(byte[] value) {
    return refiner
        .refine(
            new BronzeRecord(
                new BronzeOrder(0, new SourcePosition("orders", 0, 0)),
                KAFKA_TIMESTAMP,
                TimestampType.CREATE_TIME,
                new BronzeRecord.Content(null, value, List.of())))
        .whole();
  }

  private static boolean fitsSchema(String version, byte[] value) throws IOException {
    JsonNode event = OrderContract.JSON.readTree(value);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(OrderContract.schema(version))
        .validate(event)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void valid_samples_fit_their_schema_and_are_refined(Sample sample) throws IOException {
    assertThat(fitsSchema(sample.version(), sample.bytes())).isTrue();
    Verdict verdict = verdict(sample.bytes());
    assertThat(verdict.eventId()).isNotNull();
    RefinedOrder.Provenance provenance =
        verdict instanceof Verdict.Cancels cancels
            ? cancels.cancellation().provenance()
            : ((Verdict.Accepted) verdict).order().provenance();
    assertThat("v" + provenance.schemaVersion()).isEqualTo(sample.version());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalid_samples_are_quarantined_for_every_reason_they_give(Sample sample) {
    List<String> expected =
        OrderContract.expectedReasons(sample.version()).get(sample.file().getFileName().toString());
    if (isOfLaterVersion(sample)) {
      assertThat(expected).containsExactly(OrderRules.UNKNOWN_VERSION);
      return;
    }

    Verdict.Rejected verdict = (Verdict.Rejected) verdict(sample.bytes());

    assertThat(new HashSet<>(verdict.reasons().stream().map(QuarantineReason::code).toList()))
        .isEqualTo(new HashSet<>(expected));
  }

  /** A version that was unknown when the sample was published, and that there is today. */
  private static boolean isOfLaterVersion(Sample sample) {
    String text = new String(sample.bytes(), UTF_8);
    return OrderContract.VERSIONS.stream()
        .filter(version -> version.compareTo(sample.version()) > 0)
        .anyMatch(version -> text.contains("\"schema_version\":" + version.substring(1) + ","));
  }

  @Test
  void a_sample_of_a_version_that_came_to_be_is_a_sample_of_that_version() {
    List<Sample> overtaken =
        invalid().stream().filter(OrderContractTest::isOfLaterVersion).toList();

    assertThat(overtaken)
        .extracting(Sample::toString)
        .containsExactly("v2/invalid/unknown-version.json");
    assertThat(valid()).extracting(Sample::bytes).contains(overtaken.get(0).bytes());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalid_samples_do_not_fit_their_schema_where_a_schema_can_tell(Sample sample)
      throws IOException {
    List<String> reasons =
        OrderContract.expectedReasons(sample.version()).get(sample.file().getFileName().toString());
    Set<String> beyondSchema = OrderContract.beyondSchema();
    beyondSchema.addAll(PARTLY_SCHEMA);
    if (!beyondSchema.containsAll(reasons)) {
      assertThat(fitsSchema(sample.version(), sample.bytes())).isFalse();
    }
  }

  @Test
  void every_sample_breaks_rules_that_there_are_and_every_version_has_samples() {
    for (String version : OrderContract.VERSIONS) {
      Map<String, List<String>> expected = OrderContract.expectedReasons(version);
      assertThat(
              invalid().stream()
                  .filter(s -> s.version().equals(version))
                  .map(s -> s.file().getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      assertThat(expected.values()).isNotEmpty().allMatch(OrderRules.codes()::containsAll);
    }
    assertThat(valid()).extracting(Sample::version).containsAll(OrderContract.VERSIONS);
  }

  @Test
  void every_field_says_what_it_means_since_when_and_its_default() {
    for (String version : OrderContract.VERSIONS) {
      OrderContract.schema(version)
          .path("properties")
          .fields()
          .forEachRemaining(
              field -> {
                String where = version + " " + field.getKey();
                assertThat(field.getValue().path("description").asText())
                    .as(where)
                    .hasSizeGreaterThan(20);
                assertThat(field.getValue().path("x-since").asInt())
                    .as(where)
                    .isBetween(1, SchemaVersions.CURRENT);
                assertThat(field.getValue().path("x-default").asText()).as(where).isNotBlank();
              });
    }
  }

  @Test
  void generated_events_that_are_refined_fit_their_schema() throws IOException {
    long seed = 11;
    for (int newer = 2; newer <= SchemaVersions.CURRENT; newer++) {
      OrderGenerator generator =
          new OrderGenerator(GeneratorSettings.seeded(seed).withVersion(newer));
      for (int i = 0; i < 500; i++) {
        GeneratedOrder order = generator.next(KAFKA_TIMESTAMP.plusMillis(i));
        if (order.expectation() instanceof Expectation.Refined) {
          String text = new String(order.value(), UTF_8);
          String version = text.contains("\"price\":") ? "v1" : "v" + newer;
          assertThat(fitsSchema(version, order.value())).as("seed %d: %s", seed, text).isTrue();
        }
      }
    }
  }

  /** A published version never changes; see the README beside the file of checksums. */
  @Test
  void published_versions_are_frozen() throws Exception {
    Map<String, String> frozen = new TreeMap<>();
    for (String line :
        new String(OrderContract.read(OrderContract.DIR.resolve("frozen.sha256")), UTF_8)
            .lines()
            .toList()) {
      frozen.put(line.substring(66), line.substring(0, 64));
    }
    Map<String, String> found = new TreeMap<>();
    List<String> loose = new ArrayList<>(List.of(".gitattributes", "README.md", "frozen.sha256"));
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    OrderContract.files(OrderContract.DIR).stream()
        .filter(file -> !file.startsWith(OrderContract.RULES))
        .forEach(
            file -> {
              String name = OrderContract.DIR.relativize(file).toString();
              if (!loose.remove(name)) {
                found.put(name, HexFormat.of().formatHex(sha256.digest(OrderContract.read(file))));
              }
            });
    assertThat(found).isEqualTo(frozen);
  }
}
