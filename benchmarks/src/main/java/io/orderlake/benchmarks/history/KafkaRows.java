package io.orderlake.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.vavr.collection.Seq;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Events as the rows that the Kafka source would give. */
final class KafkaRows {
  private static final int CREATE_TIME = 0;

  private KafkaRows() {}

  /** Cells of a history, each made by a task of its own. */
  static Dataset<Row> of(SparkSession spark, HistoryPlan plan, Seq<HistoryPlan.Cell> cells) {
    FlatMapFunction<Iterator<HistoryPlan.Cell>, InternalRow> make =
        mine -> {
          HistoryPlan.Cell cell = mine.next();
          return rows(plan.orders(cell), cell.partition(), plan.firstOffset(cell));
        };
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return rows(spark, context.parallelize(cells.asJava(), cells.size()).mapPartitions(make));
  }

  /** New records of one partition. */
  static Dataset<Row> of(SparkSession spark, NewRecords records, long firstOffset) {
    FlatMapFunction<Iterator<NewRecords>, InternalRow> make =
        mine -> rows(mine.next().orders(), NewRecords.PARTITION, firstOffset);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return rows(spark, context.parallelize(java.util.List.of(records), 1).mapPartitions(make));
  }

  /** Spread orders, each partition's made by a task of its own. */
  static Dataset<Row> of(SparkSession spark, SpreadOrders orders) {
    FlatMapFunction<Iterator<Integer>, InternalRow> make =
        mine -> {
          int partition = mine.next();
          return rows(orders.orders(partition), partition, orders.firstOffset());
        };
    java.util.List<Integer> partitions =
        IntStream.range(0, SpreadOrders.PARTITIONS).boxed().toList();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return rows(spark, context.parallelize(partitions, partitions.size()).mapPartitions(make));
  }

  private static Dataset<Row> rows(SparkSession spark, JavaRDD<InternalRow> rows) {
    return spark.internalCreateDataFrame(rows.rdd(), BronzeLayout.SOURCE, false);
  }

  private static Iterator<InternalRow> rows(
      Iterator<SentOrder> orders, int partition, long firstOffset) {
    UTF8String topic = UTF8String.fromString(HistoryPlan.TOPIC);
    return new Iterator<>() {
      private long offset = firstOffset;

      @Override
      public boolean hasNext() {
        return orders.hasNext();
      }

      @Override
      public InternalRow next() {
        SentOrder sent = orders.next();
        return new GenericInternalRow(
            new Object[] {
              topic,
              partition,
              offset++,
              sent.at().toEpochMilli(),
              CREATE_TIME,
              sent.order().key().getBytes(UTF_8),
              sent.order().value(),
              null,
              null
            });
      }
    };
  }
}
