package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link OrderEventDecoder} promises. */
public interface OrderEventDecoderContract {
  OrderEventDecoder decoder();

  private RecordedOrder decoded(String json) {
    return decoder()
        .decode(json.getBytes(UTF_8))
        .getOrElseThrow(problem -> new AssertionError(json + ": " + problem));
  }

  private void assertRefused(byte[] value) {
    Either<String, RecordedOrder> outcome = decoder().decode(value);
    assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
    assertThat(outcome.getLeft()).isNotBlank();
  }

  @Test
  default void fields_keep_their_order_and_their_kinds() {
    RecordedOrder order =
        decoded(" {\"b\":\"x\", \"a\":1 ,\"t\":true,\"f\":false,\"n\":null,\"o\":{},\"l\":[]}\n");

    assertThat(order.fields().keySet()).containsExactly("b", "a", "t", "f", "n", "o", "l");
    assertThat(order.get("b")).isEqualTo(new FieldValue.Text("x"));
    assertThat(order.get("a")).isEqualTo(new FieldValue.Number("1"));
    assertThat(order.get("t")).isEqualTo(new FieldValue.Flag(true));
    assertThat(order.get("f")).isEqualTo(new FieldValue.Flag(false));
    assertThat(order.get("n")).isEqualTo(FieldValue.NULL);
    assertThat(order.get("o")).isEqualTo(new FieldValue.Nested("{}"));
    assertThat(order.get("l")).isEqualTo(new FieldValue.Nested("[]"));
    assertThat(order.get("absent")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "10.0",
        "1.50",
        "0.1000",
        "1E2",
        "1e+2",
        "-1.5e-10",
        "12345678901234567890123"
      })
  default void numbers_keep_the_digits_they_were_written_with(String digits) {
    assertThat(decoded("{\"price\":" + digits + "}").get("price"))
        .isEqualTo(new FieldValue.Number(digits));
  }

  @Test
  default void strings_are_unescaped() {
    assertThat(
            decoded("{\"s\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\uD83D\\uDE00 Zürich 😀\"}")
                .get("s"))
        .isEqualTo(new FieldValue.Text("\"\\/\b\f\n\r\tü😀 Zürich 😀"));
    assertThat(decoded("{\"\\u0061\\u0000\":1}").get("a\u0000"))
        .isEqualTo(new FieldValue.Number("1"));
  }

  @Test
  default void a_replacement_character_that_was_sent_is_kept() {
    assertThat(decoded("{\"s\":\"\uFFFD\"}").get("s")).isEqualTo(new FieldValue.Text("\uFFFD"));
  }

  @Test
  default void nested_values_become_compact_json() {
    String nested =
        "{ \"a\" : [ 1.50 , \"x\\ty\" , { \"b\" : null } , [ ] , true ] , \"\\u0063\":{} }";

    assertThat(decoded("{\"x\":" + nested + "}").get("x"))
        .isEqualTo(new FieldValue.Nested("{\"a\":[1.50,\"x\\ty\",{\"b\":null},[],true],\"c\":{}}"));
  }

  @Test
  default void an_empty_object_is_an_event_without_fields() {
    assertThat(decoded("{}").fields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "[]",
        "[{}]",
        "\"text\"",
        "42",
        "{",
        "}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'x'}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":-Infinity}",
        "{\"a\":True}",
        "{\"a\":truer}",
        "{\"a\":nul}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":undefined}",
        "{\"a\":0x10}",
        "{\"a\":1 /* comment */}",
        "{\"a\":1}// comment",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"open}",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1} x",
        "{\"a\":1},",
        "{\"a\":1}]",
      })
  default void what_is_not_one_json_object_is_refused(String text) {
    assertRefused(text.getBytes(UTF_8));
  }

  @Test
  default void control_characters_inside_strings_are_refused() {
    assertRefused("{\"a\":\"x\ny\"}".getBytes(UTF_8));
    assertRefused("{\"a\":\"x\u0000y\"}".getBytes(UTF_8));
  }

  @Test
  default void a_field_named_twice_is_refused_at_any_depth() {
    assertRefused("{\"a\":1,\"b\":2,\"a\":1}".getBytes(UTF_8));
    assertRefused("{\"a\":1,\"\\u0061\":2}".getBytes(UTF_8));
    assertRefused("{\"x\":[{\"a\":1,\"a\":null}]}".getBytes(UTF_8));
    assertThat(decoded("{\"a\":{\"a\":1},\"b\":{\"a\":1}}").fields()).hasSize(2);
  }

  @Test
  default void bytes_that_are_not_utf_8_are_refused() {
    assertRefused("{\"city\":\"Zürich\"}".getBytes(ISO_8859_1));
    assertRefused("{\"city\":\"Bern\"}".getBytes(UTF_16));
    assertRefused(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
    assertRefused(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'});
    assertRefused("\uFEFF{\"a\":1}".getBytes(UTF_8));
    assertRefused(new byte[] {0, 1, 2, 3});
  }

  @Test
  default void half_of_a_surrogate_pair_is_refused() {
    assertRefused("{\"a\":\"\\ud83d\"}".getBytes(UTF_8));
    assertRefused("{\"a\":\"\\ude00\\ud83d\"}".getBytes(UTF_8));
    assertRefused("{\"\\ud83d x\":1}".getBytes(UTF_8));
    assertRefused("{\"a\":[\"\\ud83d\"]}".getBytes(UTF_8));
  }

  @Test
  default void nesting_is_taken_to_a_depth_of_64_and_refused_beyond() {
    String deepest = "{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}";
    assertThat(decoded(deepest).fields()).hasSize(1);
    assertRefused(("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}").getBytes(UTF_8));
    assertRefused(("{\"a\":" + "{\"a\":".repeat(100_000)).getBytes(UTF_8));
  }

  @Test
  default void numbers_are_taken_to_a_length_of_1000_and_refused_beyond() {
    String longest = "1".repeat(1000);
    assertThat(decoded("{\"a\":" + longest + "}").get("a"))
        .isEqualTo(new FieldValue.Number(longest));
    assertRefused(("{\"a\":" + longest + "1}").getBytes(UTF_8));
    assertRefused(("{\"a\":[0." + longest + "]}").getBytes(UTF_8));
  }

  @Test
  default void long_strings_are_taken() {
    String text = "ü".repeat(1_000_000);
    assertThat(decoded("{\"a\":\"" + text + "\"}").get("a")).isEqualTo(new FieldValue.Text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event_id\":\"e-1\"}",
        "\t{\r\n \"event_id\" : \"e-1\" }\n",
        "{\"event_id\":\"e-1\",\"order_id\":\"7\"}",
        "{\"schema_version\":2,\"a\":true , \"b\":null,\"c\":-1.5E+10 ,\"event_id\":\"e-1\"}",
        "{\"event_ie\":\"x\",\"event_i\":\"x\",\"event_id2\":\"x\",\"\":\"x\",\"event_id\":\"e-1\"}",
        "{\"a\":\"event_id\",\"b\":\"\\\",\\\"event_id\\\":\\\"x\",\"event_id\":\"e-1\"}",
        "{\"a\":\"x\\\\\",\"event_id\":\"e-1\",\"b\":\"\\\\\"}",
        "{\"x\":{\"event_id\":\"other\"},\"event_id\":\"e-1\"}",
        "{\"x\":[{\"a\":[],\"event_id\":\"}]\"},[1,\"]\"]],\"event_id\":\"e-1\"}",
        "{\"event_id\":\"e-1\",\"x\":{\"event_id\":\"other\"}}",
        "{\"event\\u005fid\":\"e-1\"}",
        "{\"\\u0061\":{\"event_id\":\"other\"},\"event\\u005Fid\":\"\\u0065-1\"}",
        "{\"event_id\":\"e\\u002d1\"}",
        "{\"größe\":\"東京 😀\",\"event_id\":\"e-1\"}",
      })
  default void an_events_id_is_found_wherever_it_stands(String json) {
    assertThat(decoded(json).get("event_id")).isEqualTo(new FieldValue.Text("e-1"));
    assertThat(decoder().eventIdOf(json.getBytes(UTF_8))).isEqualTo("e-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\\"",
        "\\\\\\n",
        "\\ud83d\\ude00",
        "東京 😀",
        "a\\/b",
        "\u007f",
        "\uFFFD"
      })
  default void an_events_id_is_the_string_that_decoding_gives(String written) {
    String json = "{\"quantity\":1,\"event_id\":\"" + written + "\",\"city\":\"Bern\"}";

    assertThat(new FieldValue.Text(decoder().eventIdOf(json.getBytes(UTF_8))))
        .isEqualTo(decoded(json).get("event_id"));
  }

  @Test
  default void looking_for_an_events_id_survives_any_bytes() {
    byte[] event =
        "{\"a\":{\"b\":[1,\"x\\ty\"]},\"event\\u005fid\":\"e-1\",\"event_id\":\"ü\"}"
            .getBytes(UTF_8);
    byte[] damage = {
      0, ' ', '"', '\\', ',', ':', '{', '}', '[', ']', 'x', (byte) 0xC3, (byte) 0xFF
    };
    for (int at = 0; at < event.length; at++) {
      decoder().eventIdOf(Arrays.copyOf(event, at));
      for (byte b : damage) {
        byte[] damaged = event.clone();
        damaged[at] = b;
        String id = decoder().eventIdOf(damaged);
        Either<String, RecordedOrder> decoded = decoder().decode(damaged);
        if (decoded.isRight() && decoded.get().get("event_id") instanceof FieldValue.Text text) {
          assertThat(id).as(new String(damaged, UTF_8)).isEqualTo(text.value());
        }
      }
    }
  }

  @Test
  default void it_travels_to_other_processes() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(decoder());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      OrderEventDecoder arrived = (OrderEventDecoder) in.readObject();
      assertThat(arrived.decode("{\"a\":1}".getBytes(UTF_8)))
          .isEqualTo(decoder().decode("{\"a\":1}".getBytes(UTF_8)));
    }
  }
}
