package io.orderlake.adapters.spark.delta.file;

import java.util.function.Supplier;
import org.apache.spark.sql.internal.SQLConf;
import scala.runtime.AbstractFunction0;

/** Writes times and dates by {@link CalendarSettings}, in tasks too. */
final class TrueCalendar {
  /** Kept in the class, since it does not travel with a task. */
  private static final SQLConf TASK = new SQLConf();

  static {
    CalendarSettings.SETTINGS.forEach(TASK::setConfString);
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
