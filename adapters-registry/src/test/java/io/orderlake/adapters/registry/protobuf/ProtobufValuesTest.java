package io.orderlake.adapters.registry.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Duration;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.MessageLite;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what is more than a single value appears, and what a few bytes can claim. */
class ProtobufValuesTest {
  private static final String IMPORTS =
      """
      syntax = "proto3";
      import "google/protobuf/timestamp.proto";
      import "google/protobuf/duration.proto";
      import "google/protobuf/wrappers.proto";
      import "google/protobuf/struct.proto";
      import "confluent/type/decimal.proto";
      import "confluent/meta.proto";
      """;

  private static Either<String, Node> read(String schema, byte[] bytes) {
    return ProtobufSchemas.plain(new RegisteredSchema("PROTOBUF", schema, List.of()), "M")
        .getOrElseThrow(why -> new AssertionError(why))
        .read(bytes, 0);
  }

  private static String json(String schema, String hex) {
    return read(schema, HexFormat.of().parseHex(hex))
        .getOrElseThrow(why -> new AssertionError(why))
        .value()
        .json();
  }

  /** The field {@code v} of that type. */
  private static String shown(String type, MessageLite value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeMessage(1, value);
    out.flush();
    Node record =
        read(IMPORTS + "message M { " + type + " v = 1; }", bytes.toByteArray())
            .getOrElseThrow(why -> new AssertionError(why));
    return record.child("v").value().json();
  }

  @Test
  void what_everybody_knows_is_what_it_stands_for() throws Exception {
    assertThat(
            shown(
                "google.protobuf.Timestamp",
                Timestamp.newBuilder().setSeconds(1_791_756_000).setNanos(123_000_000).build()))
        .isEqualTo("\"2026-10-11T22:00:00.123Z\"");
    assertThat(shown("google.protobuf.Timestamp", Timestamp.newBuilder().setNanos(-1).build()))
        .isEqualTo("{\"seconds\":0,\"nanos\":-1}");
    assertThat(
            shown(
                "google.protobuf.Duration",
                Duration.newBuilder().setSeconds(3).setNanos(500_000_000).build()))
        .isEqualTo("\"3.5s\"");
    assertThat(shown("google.protobuf.Int64Value", Int64Value.of(-7))).isEqualTo("-7");
    assertThat(shown("google.protobuf.Int64Value", Int64Value.of(0))).isEqualTo("0");
    assertThat(shown("google.protobuf.StringValue", StringValue.of("a"))).isEqualTo("\"a\"");
    Value list =
        Value.newBuilder()
            .setListValue(
                ListValue.newBuilder()
                    .addValues(Value.newBuilder().setNumberValue(1.5))
                    .addValues(Value.newBuilder().setNullValue(NullValue.NULL_VALUE)))
            .build();
    assertThat(shown("google.protobuf.Struct", Struct.newBuilder().putFields("k", list).build()))
        .isEqualTo("{\"k\":[1.5,null]}");
  }

  @Test
  void a_decimal_of_confluent_s_is_an_exact_number() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeBytes(1, ByteString.copyFrom(new byte[] {0x07, (byte) 0xCF}));
    out.writeInt32(3, 2);
    out.flush();
    String hex = HexFormat.of().formatHex(bytes.toByteArray());
    assertThat(
            json(
                IMPORTS + "message M { confluent.type.Decimal v = 1; }",
                "0a0" + bytes.size() + hex))
        .isEqualTo("{\"v\":19.99}");
  }

  @Test
  void maps_choices_and_what_is_written_twice() {
    String maps =
        "syntax = \"proto3\"; message M { map<string, int32> m = 1; map<int64, N> n = 2; }"
            + " message N { int32 a = 1; }";
    assertThat(json(maps, "0a050a016b1005" + "0a030a0178" + "12020807"))
        .isEqualTo("{\"m\":{\"k\":5,\"x\":0},\"n\":{\"7\":{\"a\":0}}}");
    String choice = "syntax = \"proto3\"; message M { oneof c { int32 a = 1; string b = 2; } }";
    assertThat(json(choice, "0801" + "120178")).isEqualTo("{\"b\":\"x\"}");
    assertThat(json(choice, "")).isEqualTo("{}");
    String parts =
        "syntax = \"proto3\"; message M { N n = 1; int32 i = 2; repeated int32 r = 3; }"
            + " message N { int32 a = 1; int32 b = 2; }";
    assertThat(json(parts, "0a020801" + "0a021002" + "1001" + "1005" + "1a020102" + "1803"))
        .isEqualTo("{\"n\":{\"a\":1,\"b\":2},\"i\":5,\"r\":[1,2,3]}");
  }

  @Test
  void in_proto2_what_is_not_written_is_its_default_or_nothing() {
    String schema =
        "message M { optional int32 a = 1 [default = 7]; optional string b = 2; required bool c = 3;"
            + " enum E { X = 3; } optional E e = 4; }";
    assertThat(json(schema, "1801" + "2003")).isEqualTo("{\"a\":7,\"c\":true,\"e\":\"X\"}");
    assertThat(json(schema, "1801" + "2009")).contains("\"e\":9");
    assertThat(read(schema, new byte[0]).getLeft())
        .contains("the field c of M, which it requires, is missing");
  }

  @Test
  void what_is_not_known_is_gone_past() {
    String schema = "syntax = \"proto3\"; message M { int32 a = 1; }";
    assertThat(json(schema, "0801" + "1207aabbccddeeff00" + "1d01020304" + "2b30012c"))
        .isEqualTo("{\"a\":1}");
    assertThat(json(schema, "0a0101")).isEqualTo("{\"a\":0}");
  }

  @Test
  void a_few_bytes_that_claim_to_be_much_get_their_sentence() {
    String itself = "syntax = \"proto3\"; message M { M m = 1; repeated M r = 2; bytes b = 3; }";
    assertThat(read(itself, HexFormat.of().parseHex("1affffffff07")).getLeft())
        .contains("something of 2147483647 bytes");
    assertThat(read(itself, HexFormat.of().parseHex("0b".repeat(100_000))).getLeft())
        .contains("more than 64 deep");
    assertThat(read(itself, HexFormat.of().parseHex("1200".repeat(100_000))).getLeft())
        .contains("more than 250000 values");
    assertThat(read(itself, HexFormat.of().parseHex("0f")).getLeft()).contains("wire type 7");
    assertThat(read(itself, HexFormat.of().parseHex("0001")).getLeft()).contains("no field 0");
    assertThat(read(itself, HexFormat.of().parseHex("0b14")).getLeft())
        .contains("a group ends that has not begun");
    byte[] deep = new byte[0];
    for (int i = 0; i < 90; i++) {
      byte[] outer = new byte[deep.length + (deep.length < 128 ? 2 : 3)];
      outer[0] = 0x0a;
      outer[1] = (byte) (deep.length < 128 ? deep.length : (deep.length & 0x7f) | 0x80);
      if (deep.length >= 128) {
        outer[2] = (byte) (deep.length >> 7);
      }
      System.arraycopy(deep, 0, outer, outer.length - deep.length, deep.length);
      deep = outer;
    }
    assertThat(read(itself, deep).getLeft()).contains("more than 64 deep");
  }

  @Test
  void the_place_of_the_message_stands_before_it() {
    String schema =
        "syntax = \"proto3\"; message A { enum E { X = 0; } message B { int32 b = 1; } int32 a = 1; }"
            + " message C { int32 c = 1; }";
    RegisteredSchema registered = new RegisteredSchema("PROTOBUF", schema, List.of());
    String[][] cases = {
      {"000801", "{\"a\":1}"},
      {"02000801", "{\"a\":1}"},
      {"02020801", "{\"c\":1}"},
      {"0400000801", "{\"b\":1}"}
    };
    for (String[] each : cases) {
      assertThat(
              ProtobufSchemas.framed(registered)
                  .get()
                  .read(HexFormat.of().parseHex(each[0]), 0)
                  .get()
                  .value()
                  .json())
          .isEqualTo(each[1]);
    }
    for (String wrong : List.of("0204", "01", "0201", "040002", "fe0f", "")) {
      assertThat(
              ProtobufSchemas.framed(registered)
                  .get()
                  .read(HexFormat.of().parseHex(wrong), 0)
                  .isLeft())
          .as(wrong)
          .isTrue();
    }
  }

  @Test
  void types_may_come_from_other_files() {
    RegisteredSchema schema =
        new RegisteredSchema(
            "PROTOBUF",
            "syntax = \"proto3\"; package x.y; import \"m.proto\"; message M { z.Money v = 1; }",
            List.of(
                new RegisteredSchema.Reference(
                    "m.proto",
                    "syntax = \"proto3\"; package x.z; message Money { int64 cents = 1; }")));
    assertThat(
            ProtobufSchemas.framed(schema)
                .get()
                .read(HexFormat.of().parseHex("000a020805"), 0)
                .get()
                .value()
                .json())
        .isEqualTo("{\"v\":{\"cents\":5}}");
  }
}
