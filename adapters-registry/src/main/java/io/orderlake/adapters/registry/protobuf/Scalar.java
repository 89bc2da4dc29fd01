package io.orderlake.adapters.registry.protobuf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.source.Node;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of single values: how each lies in the bytes, and what it is when it is not there. */
enum Scalar {
  DOUBLE,
  FLOAT,
  INT32,
  INT64,
  UINT32,
  UINT64,
  SINT32,
  SINT64,
  FIXED32,
  FIXED64,
  SFIXED32,
  SFIXED64,
  BOOL,
  STRING,
  BYTES;

  private static final Map<String, Scalar> BY_NAME =
      Stream.of(values())
          .collect(
              Collectors.toMap(
                  scalar -> scalar.name().toLowerCase(Locale.ROOT), Function.identity()));

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Node EMPTY = Values.text("");
  private static final Node ZERO = Values.number(0);
  private static final Node NO = Values.flag(false);
  private static final Node NOUGHT = Values.floating(0.0);

  /** The type of that name in a schema; null when it names something else. */
  static @Nullable Scalar named(String type) {
    return BY_NAME.get(type);
  }

  /** How it lies in the bytes. */
  int wireType() {
    return switch (this) {
      case INT32, INT64, UINT32, UINT64, SINT32, SINT64, BOOL -> WireType.VARINT;
      case DOUBLE, FIXED64, SFIXED64 -> WireType.EIGHT_BYTES;
      case FLOAT, FIXED32, SFIXED32 -> WireType.FOUR_BYTES;
      case STRING, BYTES -> WireType.LENGTH;
    };
  }

  Node read(Bytes bytes) {
    return switch (this) {
      case DOUBLE -> Values.floating(Double.longBitsToDouble(bytes.fixed64()));
      case FLOAT -> Values.floating(Float.intBitsToFloat(bytes.fixed32()));
      case INT32 -> whole((int) bytes.varint());
      case INT64 -> Values.number(bytes.varint());
      case UINT32 -> Values.number(bytes.varint() & 0xFFFF_FFFFL);
      case UINT64 -> Values.number(Long.toUnsignedString(bytes.varint()));
      case SINT32 -> whole((int) bytes.zigzag());
      case SINT64 -> Values.number(bytes.zigzag());
      case FIXED32 -> Values.number(bytes.fixed32() & 0xFFFF_FFFFL);
      case FIXED64 -> Values.number(Long.toUnsignedString(bytes.fixed64()));
      case SFIXED32 -> whole(bytes.fixed32());
      case SFIXED64 -> Values.number(bytes.fixed64());
      case BOOL -> Values.flag(bytes.varint() != 0);
      case STRING -> Values.text(bytes.text(bytes.varint()));
      case BYTES -> Values.base64(bytes.some(bytes.varint()));
    };
  }

  /** Of more bits than a 32-bit number has, Protobuf drops the upper ones. */
  private static Node whole(int number) {
    return Values.number(number);
  }

  /** What it is where nothing is written. */
  Node zero() {
    return switch (this) {
      case STRING, BYTES -> EMPTY;
      case BOOL -> NO;
      case DOUBLE, FLOAT -> NOUGHT;
      default -> ZERO;
    };
  }

  /** A default that a schema declares. */
  Node declared(String text) {
    return switch (this) {
      case STRING -> Values.text(text);
      case BYTES -> Values.base64(text.getBytes(ISO_8859_1));
      case BOOL -> Values.flag(text.equals("true"));
      default -> NUMBER.matcher(text).matches() ? Values.number(text) : Values.text(text);
    };
  }
}
