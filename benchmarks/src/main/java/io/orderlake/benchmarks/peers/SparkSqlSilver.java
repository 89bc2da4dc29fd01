package io.orderlake.benchmarks.peers;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Silver and quarantine as one would write them in Spark SQL: parse, upcast, judge, standardise,
 * price, all reasons of what is refused. Duplicates stay in.
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
    for (String step : new String[] {"typed", "judged", "reasons"}) {
      String view = step.equals("reasons") ? "reasoned" : step;
      spark.sql(Sql.query("spark_" + step)).createOrReplaceTempView(view);
    }
    return this;
  }

  /** The rows that break no rule, not written anywhere. */
  public Dataset<Row> valid() {
    return spark.sql(Sql.query("spark_valid"));
  }

  /** Writes both as Delta into a directory that is not there yet. */
  public void write(Path out) {
    reader.write(spark, out);
  }

  /** The valid rows in that directory. */
  public Dataset<Row> validIn(Path out) {
    return reader.valid(spark, out);
  }

  /** The quarantined records in that directory. */
  public Dataset<Row> quarantineIn(Path out) {
    return reader.quarantine(spark, out);
  }
}
