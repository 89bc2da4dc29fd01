package io.orderlake.adapters.spark.silver.rebuild;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Where a rebuild has its tables.
 *
 * @param lakeRoot the lake's root, as any Hadoop path
 * @param scratch a directory on local disk for what can be made anew
 */
public record Place(SparkSession spark, String lakeRoot, Path scratch) {}
