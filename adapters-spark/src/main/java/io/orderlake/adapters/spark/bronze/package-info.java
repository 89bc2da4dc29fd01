/** Bronze: its columns and positions, and what fills it from a topic with Structured Streaming. */
@NullMarked
package io.orderlake.adapters.spark.bronze;

import org.jspecify.annotations.NullMarked;
