package io.orderlake.benchmarks.stages;

import io.orderlake.benchmarks.corpus.CorpusTopic;
import io.orderlake.benchmarks.peers.SparkJsonReader;
import io.orderlake.benchmarks.peers.SparkSqlGold;
import io.orderlake.benchmarks.peers.SparkSqlSilver;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * One job of the pipeline that most people have: a Java of its own, Spark as it comes, everything
 * read and everything written again, in Parquet. Arguments: the job, the directory, the brokers.
 */
final class TextbookJob {
  private TextbookJob() {}

  public static void main(String[] args) {
    Path lake = Path.of(args[1]);
    try (SparkSession spark =
        SparkSession.builder()
            .appName("textbook " + args[0])
            .master("local[*]")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", lake.resolve("spark").toString())
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()) {
      switch (args[0]) {
        case "bronze" -> bronze(spark, args[2], lake);
        case "silver" -> silver(spark, lake);
        case "gold" -> gold(spark, lake);
        default -> throw new IllegalArgumentException("there is no job " + args[0]);
      }
    }
  }

  private static void bronze(SparkSession spark, String brokers, Path lake) {
    Dataset<Row> records =
        spark
            .read()
            .format("kafka")
            .option("kafka.bootstrap.servers", brokers)
            .option("subscribe", CorpusTopic.TOPIC)
            .option("includeHeaders", "true")
            .load()
            .selectExpr(
                "topic",
                "partition",
                "offset",
                "timestamp",
                "timestampType AS timestamp_type",
                "key",
                "value",
                "headers",
                "1L AS ingest_sequence");
    overwrite(records, lake, "bronze");
  }

  private static void silver(SparkSession spark, Path lake) {
    Dataset<Row> valid =
        new SparkSqlSilver(spark, SparkJsonReader.FROM_JSON)
            .over(lake.resolve("bronze"), "parquet")
            .valid();
    overwrite(valid.dropDuplicates("event_id"), lake, "silver");
  }

  private static void gold(SparkSession spark, Path lake) {
    Dataset<Row> silver = spark.read().parquet(lake.resolve("silver").toString());
    overwrite(SparkSqlGold.byCityAndHour(spark, silver), lake, "revenue_by_city_hour");
    overwrite(SparkSqlGold.byProductAndDay(spark, silver), lake, "revenue_by_product_day");
  }

  private static void overwrite(Dataset<Row> rows, Path lake, String table) {
    rows.write().mode(SaveMode.Overwrite).parquet(lake.resolve(table).toString());
  }
}
