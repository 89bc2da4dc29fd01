/**
 * Bronze as its own log tells it (version, last ingest sequence, next Kafka offsets), and its
 * records. Called through {@link io.orderlake.domain.bronze.BronzeView}, which reads commits and
 * never rows, and {@link io.orderlake.domain.bronze.BronzeRecords}.
 */
@NullMarked
package io.orderlake.adapters.delta.bronze;

import org.jspecify.annotations.NullMarked;
