package io.orderlake.adapters.duckdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vavr.collection.Array;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the driver gives, as values that are told: see {@link LakeSql#ask}. */
final class SqlValue {
  private static final String INFINITE = "infinity";
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  /** The driver counts DuckDB's infinity from 1970 on, in the type's own unit. */
  private static final Array<LocalDateTime> LATEST =
      Array.of(ChronoUnit.NANOS, ChronoUnit.MICROS, ChronoUnit.MILLIS)
          .map(unit -> EPOCH.plus(Long.MAX_VALUE, unit));

  private static final Array<LocalDateTime> EARLIEST =
      Array.of(ChronoUnit.NANOS, ChronoUnit.MICROS, ChronoUnit.MILLIS)
          .map(unit -> EPOCH.plus(-Long.MAX_VALUE, unit));

  private SqlValue() {}

  /**
   * That of a column in the row at which the result stands.
   *
   * @param column from 1 on
   */
  static @Nullable Object of(ResultSet result, int column) throws SQLException {
    return result.getMetaData().getColumnType(column) == Types.TIMESTAMP
        ? of(result.getObject(column, LocalDateTime.class)) // Timestamp would lose days before 1
        : of(result.getObject(column));
  }

  private static @Nullable Object of(@Nullable Object stored) throws SQLException {
    if (stored instanceof Blob bytes) {
      return bytes(bytes.getBytes(1, (int) bytes.length()));
    }
    if (stored instanceof java.sql.Array list) {
      return list((Object[]) list.getArray());
    }
    if (stored instanceof Struct struct) {
      return struct(struct);
    }
    if (stored instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        values.put(String.valueOf(of(entry.getKey())), of(entry.getValue()));
      }
      return values;
    }
    if (stored instanceof Byte || stored instanceof Short || stored instanceof Integer) {
      return ((Number) stored).longValue();
    }
    return stored == null
            || stored instanceof Long
            || stored instanceof BigDecimal
            || stored instanceof Boolean
        ? stored
        : text(stored);
  }

  private static List<@Nullable Object> list(@Nullable Object[] stored) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object element : stored) {
      values.add(of(element));
    }
    return values;
  }

  /** By its fields' names; as a list where they have none. */
  private static Object struct(Struct struct) throws SQLException {
    List<@Nullable Object> values = list(struct.getAttributes());
    List<String> names = StructNames.of(struct.getSQLTypeName());
    if (names.size() != values.size() || names.stream().distinct().count() != names.size()) {
      return values;
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(names.get(i), values.get(i));
    }
    return named;
  }

  /** All that is neither a number nor made of others. */
  private static String text(Object stored) {
    if (stored instanceof OffsetDateTime time) {
      LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      return endless(utc) ? infinity(utc) : time.toInstant().toString();
    }
    if (stored instanceof Timestamp time) {
      LocalDateTime local =
          LATEST
              .appendAll(EARLIEST)
              .find(end -> Timestamp.valueOf(end).equals(time))
              .getOrElse(time::toLocalDateTime);
      return text(local);
    }
    if (stored instanceof LocalDateTime time) {
      return endless(time) ? infinity(time) : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (stored instanceof LocalDate day && Math.abs(day.toEpochDay()) == Integer.MAX_VALUE) {
      return infinity(day.atStartOfDay());
    }
    return stored.toString();
  }

  private static boolean endless(LocalDateTime time) {
    return LATEST.contains(time) || EARLIEST.contains(time);
  }

  private static String infinity(LocalDateTime end) {
    return end.isBefore(EPOCH) ? "-" + INFINITE : INFINITE;
  }

  /** As DuckDB itself writes bytes, so that its {@code ::blob} makes the same of them again. */
  private static String bytes(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      boolean plain = b >= ' ' && b <= '~' && b != '\\' && b != '\'' && b != '"';
      text.append(
          plain ? new String(new byte[] {b}, US_ASCII) : String.format(Locale.ROOT, "\\x%02X", b));
    }
    return text.toString();
  }
}
