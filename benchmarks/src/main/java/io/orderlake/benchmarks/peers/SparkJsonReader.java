package io.orderlake.benchmarks.peers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
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

    /** One table, partitioned by the verdict, in one pass and without a sort. */
    @Override
    void write(SparkSession spark, Path out) {
      spark.conf().set("spark.sql.maxConcurrentOutputFileWriters", "4");
      spark
          .sql(Sql.query("spark_verdicts"))
          .write()
          .format(DELTA)
          .partitionBy("valid")
          .save(out.toString());
    }

    @Override
    Dataset<Row> valid(SparkSession spark, Path out) {
      return spark.read().format(DELTA).load(out.toString()).where("valid");
    }

    @Override
    Dataset<Row> quarantine(SparkSession spark, Path out) {
      return spark.read().format(DELTA).load(out.toString()).where("NOT valid");
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

    /** Two tables, each by a query over Bronze: what was read has not the record to quarantine. */
    @Override
    void write(SparkSession spark, Path out) {
      spark
          .sql("SELECT partition, offset, reasons FROM reasoned WHERE NOT valid AND barrier >= 0")
          .createOrReplaceTempView("broken");
      spark.sql(Sql.query("spark_valid")).write().format(DELTA).save(file(out, VALID));
      spark
          .sql(
              "SELECT /*+ BROADCAST(broken) */ bronze.*, reasons"
                  + " FROM bronze JOIN broken USING (partition, offset)")
          .write()
          .format(DELTA)
          .save(file(out, QUARANTINE));
    }

    @Override
    Dataset<Row> valid(SparkSession spark, Path out) {
      return spark.read().format(DELTA).load(file(out, VALID));
    }

    @Override
    Dataset<Row> quarantine(SparkSession spark, Path out) {
      return spark.read().format(DELTA).load(file(out, QUARANTINE));
    }

    private static String file(Path out, String table) {
      return out.resolve(table).toString();
    }
  };

  private static final String DELTA = "delta";
  private static final String VALID = "valid";
  private static final String QUARANTINE = "quarantine";
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

  /** Writes what the view {@code reasoned} says, the fastest way that was found. */
  abstract void write(SparkSession spark, Path out);

  /** The valid rows that were written, with their place in Bronze. */
  abstract Dataset<Row> valid(SparkSession spark, Path out);

  /** The quarantined records that were written. */
  abstract Dataset<Row> quarantine(SparkSession spark, Path out);
}
