/**
 * Reads a Kafka topic as a streaming table whose rows are the records as Kafka keeps them: any
 * timestamp, any bytes. Offsets are read whole, range by range, so that whoever stores a range
 * knows that the offsets without a row hold no record.
 */
@NullMarked
package io.orderlake.adapters.spark.topic;

import org.jspecify.annotations.NullMarked;
