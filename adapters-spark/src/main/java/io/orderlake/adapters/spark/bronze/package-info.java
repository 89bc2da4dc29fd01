/** Kafka to Bronze with Structured Streaming. */
@NullMarked
package io.orderlake.adapters.spark.bronze;

import org.jspecify.annotations.NullMarked;
