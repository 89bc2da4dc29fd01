/**
 * Bronze as its own log tells it (version, last ingest sequence, next Kafka offsets), and its
 * records. Called through {@link io.orderlake.domain.bronze.BronzeView}; what it says of where
 * Bronze stands is read out of commits and never out of rows.
 */
@NullMarked
package io.orderlake.adapters.delta.bronze;

import org.jspecify.annotations.NullMarked;
