package io.orderlake.domain.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookalikeTest {
  private static final String EVENT =
      "{\"schema_version\":2,\"event_id\":\"e-1\",\"city\":\"Zürich\",\"quantity\":2}";

  private static String like(byte[] value) {
    return Lookalike.of(value).getOrElse("nothing known");
  }

  private static byte[] hex(String bytes) {
    return HexFormat.of().parseHex(bytes);
  }

  private static byte[] framed(int id, byte[] payload) {
    return java.nio.ByteBuffer.allocate(5 + payload.length)
        .put((byte) 0)
        .putInt(id)
        .put(payload)
        .array();
  }

  @Test
  void a_schema_registry_s_frame_is_known_with_its_schema() {
    assertThat(like(framed(7, hex("0665310a4265726c696e"))))
        .isEqualTo("Avro or Protobuf behind a schema registry's frame, schema id 7");
    assertThat(like(framed(100_042, EVENT.getBytes(UTF_8))))
        .isEqualTo("JSON behind a schema registry's frame, schema id 100042");
    assertThat(Lookalike.sentence(framed(7, hex("0665310a"))))
        .isEqualTo(
            "the value begins like Avro or Protobuf behind a schema registry's frame, schema id 7;"
                + " a source reads it that says `format: avro` or `format: protobuf`, or `framing:"
                + " registry` for JSON (docs/formats.md)");
    assertThat(Lookalike.sentence(hex("1f8b0800")))
        .isEqualTo("the value begins like gzip; Orderlake reads JSON in UTF-8");
  }

  @Test
  void utf_16_is_known_with_and_without_its_mark() {
    assertThat(like(EVENT.getBytes(UTF_16LE))).isEqualTo("text in UTF-16, little-endian");
    assertThat(like(EVENT.getBytes(UTF_16BE))).isEqualTo("text in UTF-16, big-endian");
    assertThat(like(EVENT.getBytes(UTF_16)))
        .isEqualTo("text in UTF-16 with a byte order mark, big-endian");
    assertThat(like(("\uFEFF" + EVENT).getBytes(UTF_16LE)))
        .isEqualTo("text in UTF-16 with a byte order mark, little-endian");
    assertThat(like(("\uFEFF" + EVENT).getBytes(UTF_8))).isEqualTo("text with a byte order mark");
  }

  @Test
  void what_the_jdk_packs_is_known() throws Exception {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(EVENT.getBytes(UTF_8));
    }
    assertThat(like(gzip.toByteArray())).isEqualTo("gzip");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a"));
    }
    assertThat(like(zip.toByteArray())).isEqualTo("a zip archive or a spreadsheet");
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject(new ArrayList<>(List.of(EVENT)));
    }
    assertThat(like(object.toByteArray())).isEqualTo("a serialised Java object");
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd2004210000, zstd",
    "04224d186040825b, lz4",
    "82534e4150505900000000010000, 'snappy, as Java writes it'",
    "ff060000734e61507059, snappy",
    "4f626a0104146176726f, an Avro file",
    "c3010102030405060708, a single Avro object",
    "50415231150415, a Parquet file",
    "82a86576656e745f6964a3652d31, MessagePack",
    "de0010a86576656e, MessagePack",
    "a2686576656e745f696463652d31, CBOR",
    "d9d9f7a1616101, CBOR",
    "bf6161019f, CBOR",
    "0a03652d3112034375702002, Protobuf",
    "089601120347, Protobuf"
  })
  void other_formats_are_known_by_how_they_begin(String bytes, String name) {
    assertThat(like(hex(bytes))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<?xml version=\"1.0\"?><order/>~XML",
        "<order id=\"1\"/>~XML",
        "<!DOCTYPE html><html>~a web page",
        "e1,o1,Cup,2,9.99,Graz~a line of CSV",
        "e1;o1;Cup;2;9,99;Graz~a line of CSV",
        "--- order~YAML"
      })
  void texts_of_other_kinds_are_known(String text, String name) {
    assertThat(like(text.getBytes(UTF_8))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":NaN}",
        "{\"a\":1,\"b\":2,\"c\":3",
        "[1,2,3]",
        "{'a':1}",
        "hello",
        "\n{\"a\":1}x",
        "NaN"
      })
  void broken_json_is_taken_for_nothing_else(String text) {
    assertThat(Lookalike.of(text.getBytes(UTF_8))).isEqualTo(Option.none());
    assertThat(Lookalike.sentence(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void an_event_in_any_character_set_of_eight_bits_is_taken_for_nothing_else() {
    for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
      assertThat(Lookalike.of(EVENT.getBytes(charset))).isEqualTo(Option.none());
    }
  }

  @Test
  void any_bytes_can_be_looked_at() {
    long seed = 20_261_128;
    Random random = new Random(seed);
    for (int round = 0; round < 50_000; round++) {
      byte[] value = new byte[random.nextInt(40)];
      random.nextBytes(value);
      assertThat(Lookalike.of(value)).as("seed " + seed + ", round " + round).isNotNull();
    }
  }
}
