package io.orderlake.adapters.registry.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.schema.RegisteredSchema;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few bytes that claim to be much: each gets its sentence, and nothing is made of it. */
class HostileAvroTest {
  private static String refusal(String schema, String hex) {
    return AvroSchemas.reader(new RegisteredSchema("AVRO", schema, List.of()))
        .get()
        .read(HexFormat.of().parseHex(hex), 0)
        .getLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"map","values":"int"}       | 02fcffffff0f       | 2147483646 bytes
          {"type":"array","items":"string"}   | 02feffffffffffffffff01 | 9223372036854775807 bytes
          {"type":"array","items":"bytes"}    | 0203               | -2 bytes
          {"type":"array","items":"null"}     | feffffffffffffffff01 | more than 250000 values
          {"type":"array","items":"null"}     | ffffffffffffffffff0101 | more items than there are
          {"type":"array","items":"int"}      | 02ffffffffffffffffffff01 | more than 10 bytes
          {"type":"array","items":"int"}      | 02ffffffffffff01   | too large for an int
          {"type":"array","items":"boolean"}  | 0202               | neither 0 nor 1
          {"type":"array","items":["null"]}   | 0202               | has no branch 1
          {"type":"array","items":"string"}   | 0204c328           | a text is not UTF-8
          {"type":"array","items":"string"}   | 02                 | ends where more is expected
          """)
  void it_is_said_what_they_claim(String schema, String hex, String sentence) {
    assertThat(refusal(schema, hex)).contains(sentence);
  }

  @Test
  void a_record_of_records_of_itself_ends() {
    String itself =
        "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"a\",\"type\":\"A\"}]}";
    assertThat(refusal(itself, "")).contains("more than 64 deep");
    String list =
        "{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"a\",\"type\":[\"null\",\"A\"]}]}";
    assertThat(refusal(list, "02".repeat(100_000))).contains("more than 64 deep");
  }

  @Test
  void what_doubles_at_each_step_ends() {
    StringBuilder schema = new StringBuilder("\"null\"");
    for (int i = 0; i < 40; i++) {
      schema.insert(
          0, "{\"type\":\"record\",\"name\":\"R" + i + "\",\"fields\":[{\"name\":\"a\",\"type\":");
      schema.append("},{\"name\":\"b\",\"type\":\"").append(i == 0 ? "null" : "R" + (i - 1));
      schema.append("\"}]}");
    }
    assertThat(refusal(schema.toString(), "")).contains("more than 250000 values");
  }

  @Test
  void a_number_of_a_million_digits_is_not_written_out() {
    String decimals =
        "{\"type\":\"array\",\"items\":{\"type\":\"bytes\",\"logicalType\":\"decimal\","
            + "\"precision\":9}}";
    assertThat(refusal(decimals, "02" + "c08031" + "7f".repeat(400_000)))
        .contains("more than 1000 digits");
  }
}
