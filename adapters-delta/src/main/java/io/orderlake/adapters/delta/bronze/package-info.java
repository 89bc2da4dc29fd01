/**
 * Bronze as its own log tells it: version, last ingest sequence, next Kafka offsets. Called through
 * {@link io.orderlake.domain.bronze.BronzeView}; reads commits, never rows.
 */
@NullMarked
package io.orderlake.adapters.delta.bronze;

import org.jspecify.annotations.NullMarked;
