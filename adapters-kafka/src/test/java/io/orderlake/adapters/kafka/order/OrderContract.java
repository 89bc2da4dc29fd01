package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.SchemaVersions;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The published contract of order events: schemas and samples below {@code contracts/}. */
final class OrderContract {
  static final Path DIR = Path.of("..", "contracts", "order-event");
  static final List<String> VERSIONS =
      IntStream.rangeClosed(1, SchemaVersions.CURRENT).mapToObj(version -> "v" + version).toList();
  static final Path RULES = DIR.resolve("rules");

  /** Keeps numbers as they are written. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private OrderContract() {}

  /** A recorded event. */
  record Sample(String version, Path file) {
    byte[] bytes() {
      return read(file);
    }

    @Override
    public String toString() {
      return DIR.relativize(file).toString();
    }
  }

  static JsonNode schema(String version) {
    try {
      return JSON.readTree(read(DIR.resolve(version + ".schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Sample> samples(String kind) {
    return VERSIONS.stream()
        .flatMap(
            version ->
                files(DIR.resolve(version).resolve(kind)).stream()
                    .map(file -> new Sample(version, file)))
        .toList();
  }

  /** Every rule that each invalid sample breaks, by file name. */
  static Map<String, List<String>> expectedReasons(String version) {
    try {
      return JSON.readValue(
          read(DIR.resolve(version).resolve("expected-reasons.json")),
          new TypeReference<TreeMap<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes of the rules that have cases. */
  static List<String> rules() {
    return files(RULES).stream()
        .map(file -> file.getFileName().toString().replace(".json", ""))
        .toList();
  }

  /** Events with what the rule says of each. */
  static JsonNode ruleCases(String code) {
    return rule(code).path("cases");
  }

  /** The rates by which a rule's events are judged, where it looks at any. */
  static Option<Rates> rates(String code) {
    JsonNode said = rule(code).path("rates");
    List<DatedRate> table = new ArrayList<>();
    for (JsonNode rate : said.path("table")) {
      table.add(
          new DatedRate(
              LocalDate.parse(rate.path("date").asText()),
              rate.path("currency").asText(),
              new BigDecimal(rate.path("rate").asText())));
    }
    return Option.when(
        !said.isMissingNode(),
        () -> new Rates(said.path("to").asText(), said.path("carry_days").asInt(), table));
  }

  /** The rules that no schema of the order event states. */
  static Set<String> beyondSchema() {
    return rules().stream()
        .filter(code -> !rule(code).path("stated_by_schema").asBoolean())
        .collect(Collectors.toSet());
  }

  private static JsonNode rule(String code) {
    try {
      return JSON.readTree(read(RULES.resolve(code + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path dir) {
    try (Stream<Path> files = Files.walk(dir)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
