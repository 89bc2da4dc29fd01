package io.orderlake.adapters.spark.delta.file;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/**
 * Times and dates are stored and read as the instants and days they are, whatever their year.
 * Spark's own default refuses what lies before 1900, since a program of before 2020 would take it
 * for another day; nothing that writes or reads a lake is that old.
 */
public final class CalendarSettings {
  private static final String AS_IT_IS = "CORRECTED";

  /** Spark's settings of a session that writes and reads so. */
  public static final Map<String, String> SETTINGS =
      HashMap.of(
          "spark.sql.parquet.datetimeRebaseModeInWrite", AS_IT_IS,
          "spark.sql.parquet.datetimeRebaseModeInRead", AS_IT_IS,
          "spark.sql.parquet.int96RebaseModeInWrite", AS_IT_IS,
          "spark.sql.parquet.int96RebaseModeInRead", AS_IT_IS);

  /** The options of one reading, which win over those of the session. */
  static final Map<String, String> READING =
      HashMap.of("datetimeRebaseMode", AS_IT_IS, "int96RebaseMode", AS_IT_IS);

  private CalendarSettings() {}
}
