package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.OrderEventDecoder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFaultTest {
  private static final List<OrderEventDecoder> DECODERS =
      List.of(new FastOrderEventDecoder(), new JacksonOrderEventDecoder());

  private static void assertSaid(byte[] value, String sentence) {
    for (OrderEventDecoder decoder : DECODERS) {
      assertThat(decoder.decode(value).getLeft()).isEqualTo(sentence);
    }
  }

  private static Arguments said(String value, String what, int line, int column) {
    return Arguments.of(value, what + " (line " + line + ", column " + column + ")");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            said("{\"price\":NaN}", "NaN is no number in JSON", 1, 10),
            said("{\"price\": -Infinity}", "-Infinity is no number in JSON", 1, 11),
            said("{\"ok\":True}", "True is no value of JSON, which has true, false and null", 1, 7),
            said("{\"ok\":None}", "None is no value of JSON, which has true, false and null", 1, 7),
            said("{\"city\":Graz}", "Graz stands without quotes", 1, 9),
            said(
                "{\"city\":'Graz'}",
                "a string stands in single quotes; JSON has double ones",
                1,
                9),
            said("{'city':\"Graz\"}", "a name stands in single quotes; JSON has double ones", 1, 2),
            said("{city:\"Graz\"}", "the name city stands without double quotes", 1, 2),
            said("{\"a\":1,}", "a comma stands before the closing }", 1, 8),
            said("{\"a\":[1,2,]}", "a comma stands before the closing ]", 1, 11),
            said("{\"a\":1,,\"b\":2}", "a field is missing before a comma", 1, 8),
            said("{\"a\":,\"b\":2}", "a value is missing before a comma", 1, 6),
            said("{\"a\":}", "a value is missing before }", 1, 6),
            said("{\"a\":1 \"b\":2}", "a comma is missing before '\"'", 1, 8),
            said("{\"a\" 1}", "after a name there is '1' and not a colon", 1, 6),
            said("{\"a\"=1}", "after a name there is '=' and not a colon", 1, 5),
            said("{\"a\":1]", "']' stands where a comma or } should", 1, 7),
            said("{\"a\":1 /* one */}", "a comment stands there; JSON has none", 1, 8),
            said("{\"a\":1}\n// end", "'/' follows the object, which ends the event", 2, 1),
            said("{ # first\n}", "a comment stands there; JSON has none", 1, 3),
            said("{\"a\":007}", "the number 007 begins with a needless zero", 1, 6),
            said("{\"a\":+1}", "+1 begins with a plus sign, as no number in JSON does", 1, 6),
            said("{\"a\":.5}", ".5 begins with a point; write a digit before it", 1, 6),
            said("{\"a\":-.5}", "-.5 begins with a point; write a digit before it", 1, 6),
            said("{\"a\":5.}", "the number 5. has no digit after its point", 1, 6),
            said("{\"a\":5e}", "the number 5e has no digit in its exponent", 1, 6),
            said("{\"a\":-}", "a minus sign stands without a number", 1, 6),
            said(
                "{\"a\":0xFF}", "the number 0xFF is hexadecimal; JSON has decimal ones only", 1, 6),
            said("{\"a\":1_000}", "1_000 is no number", 1, 6),
            said("{\"a\":12.50.1}", "12.50.1 is no number", 1, 6),
            said("{\"city\":\"Gr\naz\"}", "a string holds a line break; write \\n", 1, 12),
            said("{\"city\":\"Gr\taz\"}", "a string holds a tab; write \\t", 1, 12),
            said(
                "{\"city\":\"Gr\u0001az\"}",
                "a string holds the control character U+0001, which is not escaped",
                1,
                12),
            said(
                "{\"path\":\"C:\\x\"}",
                "a backslash stands before 'x', which JSON knows no meaning of; a backslash itself"
                    + " is written \\\\",
                1,
                12),
            said("{\"a\":\"\\u12g4\"}", "\\u needs four hexadecimal digits after it", 1, 7),
            said(
                "{\n  \"a\": 1,\n  \"city\": \"Gr",
                "the text ends within the string that begins here; it was cut off, or the closing"
                    + " quote is missing",
                3,
                11),
            said(
                "{\"a\":{\"b\":1}",
                "the text ends within the object that begins at line 1, column 1; it was cut off,"
                    + " or a bracket is missing",
                1,
                13),
            said("{\"a\":", "the text ends where a value should stand", 1, 6),
            said("{\"é😀\":1,\r\n\"b\":x}", "x stands without quotes", 2, 5),
            said("{\"é😀\":y}", "y stands without quotes", 1, 7),
            said(
                "\u0000\u0000\u0000\u0000\u0007abc",
                "the character U+0000 stands where a value should",
                1,
                1),
            said(
                "{\u0000\"\u0000",
                "the character U+0000 stands where a name in double quotes should",
                1,
                2),
            said("id,product,city", "id stands without quotes", 1, 1),
            said("<order/>", "'<' stands where a value should", 1, 1),
            said(
                "{\"a\":1}{\"a\":2}",
                "a second value follows the object; a record holds one event",
                1,
                8),
            said(
                "{\"a\":1}\u0007",
                "the character U+0007 follows the object, which ends the event",
                1,
                8))
        .map(fault -> Arguments.of(fault.get()[0], "the value is not JSON: " + fault.get()[1]));
  }

  static Stream<Arguments> refusals() {
    String deep = "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}";
    return Stream.of(
        said(" \n ", "the value is white space only", 2, 2),
        said(
            "[{}]",
            "the value is a JSON array; a record holds one event, which is an object",
            1,
            1),
        said("\"{}\"", "the value is a JSON string; an event is an object", 1, 1),
        said(" true", "the value is a JSON boolean; an event is an object", 1, 2),
        said("null", "the value is JSON null; an event is an object", 1, 1),
        said("17,Cup,Graz", "the value begins with a number; an event is an object", 1, 1),
        said("{\"a\":1,\"b\":2,\"a\":3}", "the field \"a\" is there twice", 1, 14),
        said("{\"x\":[{\"\\u0061\":1,\"a\":2}]}", "the field \"a\" is there twice", 1, 19),
        said(
            "{\"a\":\"\\ud83d\"}",
            "a string holds half of a surrogate pair, which is no character",
            1,
            6),
        said(deep, "the value is nested deeper than 64 levels", 1, 69),
        said(
            "{\"a\":" + "1".repeat(1001) + "}",
            "a number has 1001 characters; the longest that is read has 1000",
            1,
            6));
  }

  @ParameterizedTest
  @MethodSource({"faults", "refusals"})
  void what_is_wrong_is_said_in_words_of_json_with_its_place(String value, String sentence) {
    assertSaid(value.getBytes(UTF_8), sentence);
  }

  @Test
  void bytes_that_are_no_utf_8_are_named_with_their_place() {
    assertSaid(
        "{\n\"city\":\"Zürich\"}".getBytes(ISO_8859_1),
        "the value is not UTF-8: the byte 0xFC at offset 11 (line 2, column 10) begins no"
            + " character, or one that is cut off");
    assertSaid(
        new byte[] {'{', '"', (byte) 0xE6, (byte) 0x9D},
        "the value is not UTF-8: the byte 0xE6 at offset 2 (line 1, column 3) begins no character,"
            + " or one that is cut off");
    assertSaid(
        "\uFEFF{}".getBytes(UTF_16LE),
        "the value is not UTF-8: the byte 0xFF at offset 0 (line 1, column 1) begins no character,"
            + " or one that is cut off");
  }

  @Test
  void an_empty_value_and_a_byte_order_mark_are_named() {
    assertSaid(new byte[0], "the value is empty: it has no bytes");
    assertSaid(
        "\uFEFF{\"a\":1}".getBytes(UTF_8),
        "the value begins with a byte order mark (the bytes EF BB BF), which an event must not"
            + " have; send it without");
  }

  @Test
  void a_long_name_is_read_by_both_and_cut_in_a_sentence() {
    String name = "n".repeat(60_000);
    for (OrderEventDecoder decoder : DECODERS) {
      assertThat(decoder.decode(("{\"" + name + "\":1}").getBytes(UTF_8)).isRight()).isTrue();
    }
    String twice = "{\"" + name + "\":1,\"" + name + "\":2}";
    assertSaid(
        twice.getBytes(UTF_8),
        "the field \""
            + "n".repeat(40)
            + "… (60000 characters)\" is there twice (line 1, column"
            + " 60007)");
  }
}
