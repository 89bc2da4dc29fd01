package io.orderlake.adapters.spark.bronze;

import io.orderlake.domain.bronze.BronzeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Records at hand, in the shape in which the Kafka source gives those of a topic. */
public final class GivenRecords {
  private GivenRecords() {}

  /**
   * The records as partition 0 of the topic, without headers.
   *
   * @param from the first one's offset
   * @param timestamp the Kafka timestamp of all
   */
  public static Dataset<Row> rows(
      SparkSession spark,
      String topic,
      long from,
      Instant timestamp,
      Iterable<BronzeRecord.Content> records) {
    List<Row> rows = new ArrayList<>();
    for (BronzeRecord.Content record : records) {
      rows.add(
          RowFactory.create(
              topic,
              0,
              from + rows.size(),
              timestamp.toEpochMilli(),
              0,
              record.key(),
              record.value(),
              null,
              null));
    }
    return spark.createDataFrame(rows, BronzeLayout.SOURCE);
  }
}
