package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published contract of order events: schemas and samples below {@code contracts/}. */
final class OrderContract {
  static final Path DIR = Path.of("..", "contracts", "order-event");
  static final List<String> VERSIONS = List.of("v1", "v2", "v3");
  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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
