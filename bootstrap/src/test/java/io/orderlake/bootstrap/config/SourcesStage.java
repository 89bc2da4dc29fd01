package io.orderlake.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.source.Source;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration in a directory, and what its sources make of records. */
final class SourcesStage {
  private static final String CURRENCY = "EUR";
  private static final List<String> USUAL =
      List.of(
          "topics: [shop-orders]",
          "product: sku",
          "quantity: qty",
          "unit_price: price",
          "city: city",
          "event_time: at");

  private final Path home;

  SourcesStage(Path home) {
    this.home = home;
  }

  void file(String name, String content) throws IOException {
    Files.writeString(home.resolve(name), content);
  }

  Either<List<String>, LakehouseConfig> read(String yaml) throws IOException {
    return read(yaml, HashMap.empty());
  }

  Either<List<String>, LakehouseConfig> read(String yaml, Map<String, String> environment)
      throws IOException {
    file("orderlake.yaml", yaml);
    return ConfigReader.read(new ConfigSources(home, Option.none(), environment, HashMap.empty()));
  }

  /** A source with these settings, the first of them on line 2, and else what a source needs. */
  static String shop(String... settings) {
    return List.of(settings)
        .appendAll(
            USUAL.reject(
                usual ->
                    List.of(settings)
                        .exists(said -> said.startsWith(usual.substring(0, usual.indexOf(':'))))))
        .map(line -> "  " + line + "\n")
        .prepend("sources.shop:\n")
        .mkString();
  }

  List<String> problems(String yaml) throws IOException {
    Either<List<String>, LakehouseConfig> config = read(yaml);
    assertThat(config.isLeft()).as(yaml).isTrue();
    return config.getLeft();
  }

  /** The one source that is configured so. */
  Source source(String yaml) throws IOException {
    Either<List<String>, LakehouseConfig> config = read(yaml);
    assertThat(config.isRight()).as(config.toString()).isTrue();
    assertThat(config.get().sources().all()).hasSize(1);
    return config.get().sources().all().get(0);
  }

  List<RecordedOrder> lines(String yaml, String json) throws IOException {
    return List.ofAll(source(yaml).lines(json.getBytes(UTF_8), CURRENCY).get());
  }

  /** The field of the record's first line, as JSON; with what was expected where it is none. */
  String made(String field, String yaml, String json) throws IOException {
    FieldValue value = lines(yaml, json).head().get(field);
    return value instanceof FieldValue.Misfit misfit
        ? misfit.json() + " is not " + misfit.expected()
        : String.valueOf(value == null ? null : value.json());
  }
}
