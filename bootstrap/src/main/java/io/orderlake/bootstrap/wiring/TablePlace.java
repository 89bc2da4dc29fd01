package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.objectstore.stores.StoreSettings;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** Where a lake's tables lie, and what Spark and Hadoop are told of that place. */
final class TablePlace {
  private static final String OF_HADOOP = "spark.hadoop.";

  /** A checksum of the table's state beside each commit costs twelve requests. */
  private static final Map<String, String> OF_STORES =
      HashMap.of("spark.databricks.delta.writeChecksumFile.enabled", "false");

  private TablePlace() {}

  /** The tables' root, as Hadoop takes it. */
  static String root(LakehouseConfig config) {
    return config.store().getOrElse(() -> new LakeRoot(config.data()).withTablesAtHome().path());
  }

  /** What Hadoop is told, by its names. */
  static Map<String, String> hadoop(LakehouseConfig config) {
    return StoreSettings.of(config.spark().hadoop(), config.sparkFiles());
  }

  /** What Spark is told, and through it Hadoop; what was asked for wins. */
  static Map<String, String> spark(LakehouseConfig config) {
    Map<String, String> chosen = hadoop(config).mapKeys(name -> OF_HADOOP + name);
    return config
        .spark()
        .settings()
        .merge(config.store().isEmpty() ? chosen : chosen.merge(OF_STORES));
  }
}
