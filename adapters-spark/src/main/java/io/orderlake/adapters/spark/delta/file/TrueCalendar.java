package io.orderlake.adapters.spark.delta.file;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.internal.SQLConf;
import scala.runtime.AbstractFunction0;

/**
 * Times and dates are stored and read as the instants and days they are, whatever their year.
 * Spark's own default refuses what lies before 1900, since a program of before 2020 would take it
 * for another day; nothing that writes or reads a lake is that old.
 */
public final class TrueCalendar {
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

  /** Kept in the class, since it does not travel with a task. */
  private static final SQLConf TASK = new SQLConf();

  static {
    SETTINGS.forEach(TASK::setConfString);
  }

  private TrueCalendar() {}

  /**
   * Runs what makes a Parquet writer. In a task that no query of Spark SQL has started, the
   * session's settings are not known: the writer would fall back to Spark's defaults.
   */
  static <T> T writing(Supplier<T> step) {
    return SQLConf.withExistingConf(
        TASK,
        new AbstractFunction0<T>() {
          @Override
          public T apply() {
            return step.get();
          }
        });
  }
}
