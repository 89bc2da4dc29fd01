package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;

/** The columns of a stored record, which Bronze and the quarantine have in common. */
public final class RecordColumns {
  public static final StructType HEADER =
      new StructType().add("key", StringType.STRING).add("value", BinaryType.BINARY);

  private RecordColumns() {}

  /** A schema that begins with them. */
  public static StructType schema() {
    return new StructType()
        .add("topic", StringType.STRING)
        .add("partition", IntegerType.INTEGER)
        .add("offset", LongType.LONG)
        .add("timestamp", TimestampType.TIMESTAMP)
        .add("timestamp_type", IntegerType.INTEGER)
        .add("key", BinaryType.BINARY)
        .add("value", BinaryType.BINARY)
        .add("headers", new ArrayType(HEADER, true))
        .add("ingest_sequence", LongType.LONG)
        .add("timestamp_millis", LongType.LONG);
  }

  /** What they were in the first layout. */
  public static StructType firstSchema() {
    return new StructType(schema().fields().subList(0, schema().length() - 1));
  }
}
