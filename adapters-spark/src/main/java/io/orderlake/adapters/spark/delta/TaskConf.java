package io.orderlake.adapters.spark.delta;

import java.util.function.Supplier;
import org.apache.spark.sql.internal.SQLConf;

/**
 * The settings that Spark's Parquet writer asks for in a task. A job on RDDs carries none of the
 * session's there, and by itself the writer refuses every time before 1900, since Spark 2 counted
 * days by another calendar. Tables hold the proleptic Gregorian one, as all of their readers do.
 */
final class TaskConf {
  private static final SQLConf CONF = gregorian();

  private TaskConf() {}

  /** Runs the action under these settings. */
  static <T> T in(Supplier<T> action) {
    return SQLConf.withExistingConf(CONF, action::get);
  }

  private static SQLConf gregorian() {
    SQLConf conf = new SQLConf();
    conf.setConfString("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
    conf.setConfString("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED");
    return conf;
  }
}
