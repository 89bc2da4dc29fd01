package io.orderlake.benchmarks.peers;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Silver and quarantine as one would write them in Spark SQL: parse, upcast, judge, standardise,
 * price; two Delta tables. Each table is written by a query of its own over Bronze, which is faster
 * than to keep the judged rows or to partition one table by the verdict.
 */
public record SparkSqlSilver(SparkSession spark, SparkJsonReader reader) {
  /**
   * Defines the queries over a Bronze table.
   *
   * @param bronze a Delta table, or Parquet files
   * @param format which of the two
   */
  public SparkSqlSilver over(Path bronze, String format) {
    spark.read().format(format).load(bronze.toString()).createOrReplaceTempView("bronze");
    reader.parse(spark);
    spark.sql(Sql.query("spark_typed")).createOrReplaceTempView("typed");
    spark.sql(Sql.query("spark_judged")).createOrReplaceTempView("judged");
    spark.sql(Sql.query("spark_reasons")).createOrReplaceTempView("judged_bad");
    return this;
  }

  /** The rows that break no rule, duplicates among them. */
  public Dataset<Row> valid() {
    return spark.sql(Sql.query("spark_valid"));
  }

  /** The records that break a rule, with all reasons. */
  public Dataset<Row> quarantine() {
    return spark.sql(reader.quarantine());
  }

  /** Writes both tables, which must not be there. */
  public void write(Path valid, Path quarantine) {
    valid().write().format("delta").save(valid.toString());
    quarantine().write().format("delta").save(quarantine.toString());
  }
}
