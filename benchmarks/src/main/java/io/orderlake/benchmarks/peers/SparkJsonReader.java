package io.orderlake.benchmarks.peers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Spark's two ways to read JSON out of a column. Both read every field as text, so that no digit is
 * lost and both versions of the event fit, from the view {@code bronze} into the view {@code
 * parsed}: the event's fields, {@code corrupt}, and where the record came from.
 */
public enum SparkJsonReader {
  /** The function; its rows keep the record's own columns. */
  FROM_JSON("from_json") {
    @Override
    void parse(SparkSession spark) {
      spark
          .sql(
              """
              SELECT
                *,
                e.*,
                e IS NULL OR e.broken IS NOT NULL OR text NOT LIKE '{%%' AS corrupt
              FROM (
                SELECT *, from_json(text, '%s', %s) AS e
                FROM (SELECT *, CAST(value AS STRING) AS text FROM bronze)
              )
              """
                  .formatted(FIELDS, OPTIONS))
          .createOrReplaceTempView("parsed");
    }

    @Override
    String quarantine() {
      return "SELECT " + RECORD + ", reasons FROM judged_bad";
    }
  },

  /**
   * The reader of text data sets. It gives nothing but what the text holds, so the record's place
   * is written into the text, and quarantined records are looked up again.
   */
  READ_JSON("read.json") {
    @Override
    void parse(SparkSession spark) {
      Dataset<String> texts = spark.sql(Sql.query("spark_placed")).as(Encoders.STRING());
      spark
          .read()
          .schema("partition INT, offset BIGINT, sent BIGINT, ingest_sequence BIGINT, " + FIELDS)
          .option("columnNameOfCorruptRecord", "broken")
          .option("allowSingleQuotes", "false")
          .json(texts)
          .withColumn("partition", placed("partition").cast("int"))
          .withColumn("offset", placed("offset").cast("bigint"))
          .selectExpr("*", "timestamp_micros(sent) AS timestamp", "broken IS NOT NULL AS corrupt")
          .createOrReplaceTempView("parsed");
    }

    /** Of a text that is no JSON the reader gives the text alone. */
    private static Column placed(String field) {
      Column written = regexp_extract(col("broken"), "\"" + field + "\":([0-9]+)", 1);
      return coalesce(col(field), written);
    }

    @Override
    String quarantine() {
      return "SELECT /*+ BROADCAST(judged_bad) */ "
          + RECORD
              .replace("ingest_sequence", "bronze.ingest_sequence")
              .replace("timestamp,", "bronze.timestamp,")
          + ", reasons FROM bronze JOIN judged_bad USING (partition, offset)";
    }
  };

  private static final String RECORD =
      "topic, partition, offset, timestamp, timestamp_type, key, value, headers, ingest_sequence";
  private static final String FIELDS =
      "schema_version STRING, event_id STRING, order_id STRING, product STRING, quantity STRING,"
          + " unit_price STRING, price STRING, currency STRING, city STRING, event_time STRING,"
          + " total_amount STRING, broken STRING";
  private static final String OPTIONS =
      "map('columnNameOfCorruptRecord', 'broken', 'allowSingleQuotes', 'false')";

  private final String title;

  SparkJsonReader(String title) {
    this.title = title;
  }

  /** As Spark calls it. */
  public String title() {
    return title;
  }

  /** Defines the view {@code parsed}. */
  abstract void parse(SparkSession spark);

  /** Bronze's columns and the reasons, of the records in the view {@code judged_bad}. */
  abstract String quarantine();
}
