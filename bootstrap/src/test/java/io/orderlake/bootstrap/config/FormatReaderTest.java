package io.orderlake.bootstrap.config;

import static io.orderlake.bootstrap.config.SourcesStage.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.source.RecordFormat;
import io.vavr.collection.List;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source may say of what its records are written in. */
class FormatReaderTest {
  private static final String AVRO =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\"}]}";
  private static final String PROTO = "syntax = \"proto3\"; message R { string sku = 1; }";

  @TempDir Path home;

  private SourcesStage stage() throws Exception {
    SourcesStage stage = new SourcesStage(home);
    stage.file("r.avsc", AVRO);
    stage.file("r.proto", PROTO);
    return stage;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format: json                                       | format json
          {framing: none}                                    | format json
          {framing: registry}                                | format json, framing registry
          {format: json, framing: registry}                  | format json, framing registry
          {unwrap: debezium}                                 | format json, unwrap debezium
          {format: avro}                                     | format avro, framing registry
          {format: avro, framing: registry}                  | format avro, framing registry
          {format: protobuf, unwrap: debezium} | format protobuf, framing registry, unwrap debezium
          """)
  void what_is_said_is_the_format_s_identity(String said, String identity) throws Exception {
    String[] settings = said.replaceAll("[{}]", "").split(", ");
    RecordFormat format = stage().source(shop(settings)).format();

    assertThat(String.join(", ", format.identity())).isEqualTo(identity);
  }

  @Test
  void a_schema_s_content_counts_and_not_its_file() throws Exception {
    SourcesStage stage = stage();
    RecordFormat avro = stage.source(shop("format: avro", "schema: r.avsc")).format();
    stage.file("other.avsc", AVRO);
    RecordFormat same =
        stage.source(shop("format: avro", "framing: none", "schema: other.avsc")).format();
    RecordFormat message =
        stage.source(shop("format: protobuf", "schema: r.proto", "message: R")).format();

    assertThat(avro.identity()).hasSize(2).isEqualTo(same.identity());
    assertThat(avro.read(new byte[] {2, 'x'}).get().value().json()).isEqualTo("{\"sku\":\"x\"}");
    assertThat(message.identity()).hasSize(3).endsWith("message R");
    assertThat(message.read(new byte[] {10, 1, 'x'}).get().value().json())
        .isEqualTo("{\"sku\":\"x\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {framing: confluent} | sources.shop.framing 'confluent' is no way of framing; expected registry or none
          {unwrap: maxwell}    | sources.shop.unwrap 'maxwell' is no way of unwrap; expected debezium
          {schema: r.avsc}     | sources.shop.schema does nothing with JSON, which says by itself what it holds
          {message: R}         | sources.shop.message does nothing with JSON, which says by itself what it holds
          {format: avro, framing: none} | sources.shop.framing 'none' leaves nothing that says what the bytes mean; name the file of their schema with 'schema'
          {format: avro, framing: registry, schema: r.avsc} | sources.shop.schema does nothing with 'framing: registry', whose records name their schema; leave one of them out
          {format: avro, schema: r.avsc, message: R} | sources.shop.message is for Protobuf, and the source's format is avro
          {format: avro, schema: none.avsc} | sources.shop.schema 'none.avsc' cannot be read: java.nio.file.NoSuchFileException
          {format: avro, schema: r.proto} | sources.shop.schema 'r.proto' is no schema of Avro:
          {format: protobuf, schema: r.proto, message: S} | sources.shop.schema 'r.proto' declares no message S; it declares R
          """)
  void what_is_wrong_with_it_is_said(String said, String problem) throws Exception {
    String[] settings = said.replaceAll("[{}]", "").split(", ");
    List<String> problems = stage().problems(shop(settings));

    assertThat(problems).as(said).hasSize(1);
    assertThat(problems.head()).contains(problem);
  }

  @Test
  void a_place_may_have_others_that_stand_in_for_it() throws Exception {
    String yaml = shop("city: {at: /customer/city, or: [/shipTo/town, place], default: Bern}");
    assertThat(stage().made("city", yaml, "{\"customer\":{\"city\":\"Ulm\"},\"place\":\"X\"}"))
        .isEqualTo("\"Ulm\"");
    assertThat(stage().made("city", yaml, "{\"customer\":{\"city\":\" \"},\"place\":\"X\"}"))
        .isEqualTo("\"X\"");
    assertThat(stage().made("city", yaml, "{}")).isEqualTo("\"Bern\"");
    assertThat(List.ofAll(stage().read(yaml).get().sources().identity()))
        .anyMatch(line -> line.contains("first of /customer/city, /shipTo/town, ./place"));
    assertThat(stage().problems(shop("city: {or: /a}")).head())
        .contains("does not say where its value is found");
    assertThat(stage().problems(shop("city: {at: /a, or: \"/b~2\"}")).head())
        .contains("'/b~2' has a ~");
    assertThat(stage().problems(shop("city: {constant: Ulm, or: /b}")).head())
        .contains("does nothing beside a constant");
  }
}
