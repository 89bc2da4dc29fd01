package io.orderlake.benchmarks.peers;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Both Gold tables as aggregations of all of Silver. */
public final class SparkSqlGold {
  private SparkSqlGold() {}

  /** Revenue by city and hour. */
  public static Dataset<Row> byCityAndHour(SparkSession spark, Dataset<Row> silver) {
    return fold(spark, silver, "city", "date_trunc('hour', event_time) AS hour");
  }

  /** Revenue by product and day. */
  public static Dataset<Row> byProductAndDay(SparkSession spark, Dataset<Row> silver) {
    return fold(spark, silver, "product", "CAST(event_time AS DATE) AS day");
  }

  private static Dataset<Row> fold(
      SparkSession spark, Dataset<Row> silver, String text, String time) {
    silver.createOrReplaceTempView("silver");
    return spark.sql(
        "SELECT %s, %s, sum(total_amount) AS revenue, sum(quantity) AS units, count(*) AS events"
                .formatted(text, time)
            + " FROM silver GROUP BY 1, 2");
  }
}
