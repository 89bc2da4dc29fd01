package io.orderlake.adapters.registry.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.registry.format.Written;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each type appears in the tree, written by Avro's own encoder. */
class AvroValuesTest {
  private static Either<String, Node> read(String schema, byte[] bytes) {
    return AvroSchemas.reader(new RegisteredSchema("AVRO", schema, List.of())).get().read(bytes, 0);
  }

  /** A record of one field of that type, as JSON. */
  private static String shown(String type, Object value) {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"v\",\"type\":" + type + "}]}";
    GenericData.Record record = new GenericData.Record(new Schema.Parser().parse(schema));
    record.put("v", value);
    String json = read(schema, Written.avro(record.getSchema(), record)).get().value().json();
    return json.substring("{\"v\":".length(), json.length() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timestamp-millis       | 1791756000123     | "2026-10-11T22:00:00.123Z"
          timestamp-millis       | -1                | "1969-12-31T23:59:59.999Z"
          timestamp-micros       | 1791756000000001  | "2026-10-11T22:00:00.000001Z"
          timestamp-nanos        | 1                 | "1970-01-01T00:00:00.000000001Z"
          local-timestamp-millis | 1791756000000     | "2026-10-11T22:00"
          local-timestamp-micros | 1791756000000007  | "2026-10-11T22:00:00.000007"
          time-micros            | 3600000001        | "01:00:00.000001"
          time-micros            | -5                | -5
          somebody-s             | 17                | 17
          """)
  void longs_mean_what_their_schema_says(String logicalType, long value, String json) {
    assertThat(shown("{\"type\":\"long\",\"logicalType\":\"" + logicalType + "\"}", value))
        .isEqualTo(json);
  }

  @Test
  void the_ends_of_time_are_read_too() {
    for (String type : List.of("timestamp-millis", "timestamp-micros", "timestamp-nanos")) {
      for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
        String full = "{\"type\":\"long\",\"logicalType\":\"" + type + "\"}";
        assertThat(shown(full, value)).as(type).startsWith("\"").endsWith("Z\"");
        assertThat(shown(full.replace("time", "local-time"), value)).as(type).startsWith("\"");
      }
    }
    assertThat(shown("{\"type\":\"int\",\"logicalType\":\"date\"}", Integer.MAX_VALUE))
        .isEqualTo("\"+5881580-07-11\"");
    assertThat(shown("{\"type\":\"int\",\"logicalType\":\"date\"}", 20_737))
        .isEqualTo("\"2026-10-11\"");
    assertThat(shown("{\"type\":\"int\",\"logicalType\":\"time-millis\"}", 86_400_000))
        .isEqualTo("86400000");
  }

  @Test
  void decimals_are_exact() {
    String type = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":30,\"scale\":4}";
    BigDecimal price = new BigDecimal("12345678901234567890.0500");
    assertThat(shown(type, ByteBuffer.wrap(price.unscaledValue().toByteArray())))
        .isEqualTo("12345678901234567890.0500");
    assertThat(shown(type, ByteBuffer.wrap(new byte[0]))).isEqualTo("0.0000");
    String fixed =
        "{\"type\":\"fixed\",\"name\":\"F\",\"size\":4,\"logicalType\":\"decimal\",\"precision\":9,"
            + "\"scale\":2}";
    Schema schema = new Schema.Parser().parse(fixed);
    assertThat(shown(fixed, new GenericData.Fixed(schema, new byte[] {-1, -1, -1, -1})))
        .isEqualTo("-0.01");
    String wide = type.replace("30", "2000000000").replace("\"scale\":4", "\"scale\":1999999999");
    assertThat(shown(wide, ByteBuffer.wrap(new byte[] {1}))).isEqualTo("\"AQ==\"");
  }

  @Test
  void other_values_are_what_they_are() {
    assertThat(shown("\"double\"", 19.99)).isEqualTo("19.99");
    assertThat(shown("\"double\"", Double.NaN)).isEqualTo("\"NaN\"");
    assertThat(shown("\"float\"", 0.1f)).isEqualTo("0.1");
    assertThat(shown("\"float\"", 16_777_216f)).isEqualTo("16777216");
    assertThat(shown("\"double\"", 2.0)).isEqualTo("2");
    assertThat(shown("\"double\"", -0.0)).isEqualTo("0");
    assertThat(shown("\"double\"", Double.parseDouble("2e23")))
        .isEqualTo("200000000000000000000000");
    assertThat(shown("\"double\"", Double.MIN_VALUE)).isEqualTo("5E-324");
    assertThat(shown("\"double\"", Double.MAX_VALUE)).isEqualTo("1.7976931348623157E+308");
    assertThat(shown("\"double\"", 0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(shown("\"long\"", Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(shown("\"int\"", Integer.MIN_VALUE)).isEqualTo("-2147483648");
    assertThat(shown("\"bytes\"", ByteBuffer.wrap(new byte[] {0, 1, 2}))).isEqualTo("\"AAEC\"");
    assertThat(shown("[\"null\",\"string\"]", null)).isEqualTo("null");
    assertThat(shown("[\"null\",\"string\"]", "a\"b")).isEqualTo("\"a\\\"b\"");
    assertThat(shown("{\"type\":\"map\",\"values\":\"int\"}", Map.of("k", 1)))
        .isEqualTo("{\"k\":1}");
    assertThat(shown("{\"type\":\"array\",\"items\":\"boolean\"}", List.of(true, false)))
        .isEqualTo("[true,false]");
    String symbols = "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"EUR\",\"USD\"]}";
    assertThat(
            shown(symbols, new GenericData.EnumSymbol(new Schema.Parser().parse(symbols), "USD")))
        .isEqualTo("\"USD\"");
    String uuid = "{\"type\":\"fixed\",\"name\":\"U\",\"size\":16,\"logicalType\":\"uuid\"}";
    byte[] id = new byte[16];
    id[15] = 9;
    assertThat(shown(uuid, new GenericData.Fixed(new Schema.Parser().parse(uuid), id)))
        .isEqualTo("\"00000000-0000-0000-0000-000000000009\"");
  }

  @Test
  void named_types_may_come_from_other_schemas() {
    RegisteredSchema schema =
        new RegisteredSchema(
            "AVRO",
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"v\",\"type\":\"a.Money\"}]}",
            List.of(
                new RegisteredSchema.Reference(
                    "a.Money",
                    "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"a\",\"fields\":"
                        + "[{\"name\":\"cents\",\"type\":\"long\"}]}")));
    assertThat(AvroSchemas.reader(schema).get().read(new byte[] {2}, 0).get().value().json())
        .isEqualTo("{\"v\":{\"cents\":1}}");
  }

  @Test
  void what_is_no_record_is_refused() {
    assertThat(read("\"string\"", new byte[] {2, 'a'}).getLeft()).contains("a single value");
    assertThat(read("{\"type\":\"array\",\"items\":\"int\"}", new byte[] {0, 0}).getLeft())
        .isEqualTo("1 bytes are left where the record has ended (byte 1 of 2)");
  }
}
