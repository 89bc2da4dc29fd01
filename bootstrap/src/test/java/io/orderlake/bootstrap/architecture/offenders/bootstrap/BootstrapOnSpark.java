package io.orderlake.bootstrap.architecture.offenders.bootstrap;

import org.apache.spark.sql.types.DataTypes;

/** Breaks: Spark stays in its adapter. */
public final class BootstrapOnSpark {
  private BootstrapOnSpark() {}

  public static Object type() {
    return DataTypes.StringType;
  }
}
