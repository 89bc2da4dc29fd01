package io.orderlake.adapters.spark.topic;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.streaming.StreamingRelationV2;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * A topic as a table of Structured Streaming's.
 *
 * @param stream what reads it; of one query
 */
public record TopicTable(String topic, TopicStream stream) implements SupportsRead {
  /** The rows of the topic, to be read by one query. */
  public Dataset<Row> rows(SparkSession spark) {
    return Dataset.ofRows(
        spark,
        new StreamingRelationV2(
            Option.empty(),
            name(),
            this,
            CaseInsensitiveStringMap.empty(),
            attributes(),
            Option.empty(),
            Option.empty(),
            Option.empty()));
  }

  private static Seq<Attribute> attributes() {
    java.util.List<Attribute> attributes =
        new java.util.ArrayList<>(
            JavaConverters.seqAsJavaList(DataTypeUtils.toAttributes(TopicRows.SCHEMA)));
    return JavaConverters.asScalaBuffer(attributes).toSeq();
  }

  @Override
  public String name() {
    return "topic " + topic;
  }

  @Override
  @SuppressWarnings("deprecation") // the only way that Spark 3.5 asks
  public StructType schema() {
    return TopicRows.SCHEMA;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.MICRO_BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return () -> new TopicScan(stream);
  }

  /** Reads with that stream, wherever its log lies. */
  private record TopicScan(TopicStream stream) implements Scan {
    @Override
    public StructType readSchema() {
      return TopicRows.SCHEMA;
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpoint) {
      return stream;
    }
  }
}
