package io.orderlake.adapters.registry.avro;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.source.Node;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How values appear whose schema says what they mean: a decimal as an exact number; dates, times
 * and timestamps as ISO 8601 says, timestamps of an instant in UTC and local ones without a zone; a
 * UUID as its text. A logical type that is not known, or does not fit, is ignored, as Avro wants.
 */
final class LogicalValues {
  private static final int MOST_SCALE = 1_000;
  private static final int UUID_BYTES = 16;
  private static final int MILLIS = 1_000;
  private static final int MICROS = 1_000_000;
  private static final int NANOS = 1_000_000_000;
  private static final long DAY_NANOS = 86_400L * NANOS;

  private LogicalValues() {}

  /** The reader of that schema; null when it has no logical type, or none that is known. */
  static @Nullable ValueReader reader(Schema schema) {
    String name = schema.getProp("logicalType");
    if (name == null) {
      return null;
    }
    return switch (schema.getType()) {
      case INT -> ofInt(name);
      case LONG -> ofLong(name);
      case BYTES -> decimal(schema, Bytes::zigzag);
      case FIXED ->
          name.equals("uuid") && schema.getFixedSize() == UUID_BYTES
              ? LogicalValues::uuid
              : decimal(schema, bytes -> schema.getFixedSize());
      default -> null;
    };
  }

  private static @Nullable ValueReader ofInt(String name) {
    return switch (name) {
      case "date" ->
          bytes -> Values.text(LocalDate.ofEpochDay(AvroCompiler.whole(bytes)).toString());
      case "time-millis" -> bytes -> time(AvroCompiler.whole(bytes), MILLIS);
      default -> null;
    };
  }

  private static @Nullable ValueReader ofLong(String name) {
    return switch (name) {
      case "time-micros" -> bytes -> time(bytes.zigzag(), MICROS);
      case "timestamp-millis" -> bytes -> instant(bytes.zigzag(), MILLIS);
      case "timestamp-micros" -> bytes -> instant(bytes.zigzag(), MICROS);
      case "timestamp-nanos" -> bytes -> instant(bytes.zigzag(), NANOS);
      case "local-timestamp-millis" -> bytes -> local(bytes.zigzag(), MILLIS);
      case "local-timestamp-micros" -> bytes -> local(bytes.zigzag(), MICROS);
      case "local-timestamp-nanos" -> bytes -> local(bytes.zigzag(), NANOS);
      default -> null;
    };
  }

  /** Of day; a number where it is none. */
  private static Node time(long parts, int ofSecond) {
    long most = DAY_NANOS / (NANOS / ofSecond);
    return parts < 0 || parts >= most
        ? Values.number(parts)
        : Values.text(LocalTime.ofNanoOfDay(parts * (NANOS / ofSecond)).toString());
  }

  private static Node instant(long parts, int ofSecond) {
    return Values.instant(
        Math.floorDiv(parts, ofSecond), Math.floorMod(parts, (long) ofSecond) * (NANOS / ofSecond));
  }

  private static Node local(long parts, int ofSecond) {
    int nanos = (int) (Math.floorMod(parts, (long) ofSecond) * (NANOS / ofSecond));
    long seconds = Math.floorDiv(parts, ofSecond);
    return Values.text(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC).toString());
  }

  private static Node uuid(Bytes bytes) {
    ByteBuffer id = ByteBuffer.wrap(bytes.some(UUID_BYTES));
    return Values.text(new UUID(id.getLong(), id.getLong()).toString());
  }

  /** How long the next value is. */
  private interface Length {
    long of(Bytes bytes);
  }

  private static @Nullable ValueReader decimal(Schema schema, Length length) {
    if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)
        || decimal.getScale() > MOST_SCALE) {
      return null;
    }
    int scale = decimal.getScale();
    return bytes -> Values.decimal(bytes.digits(length.of(bytes)), scale);
  }
}
