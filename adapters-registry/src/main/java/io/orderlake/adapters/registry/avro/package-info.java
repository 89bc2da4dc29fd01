/**
 * Avro: schemas by Avro's own parser, records by a reader that makes the tree straight from the
 * bytes. Called by the formats. Promises what {@code record} promises.
 */
@NullMarked
package io.orderlake.adapters.registry.avro;

import org.jspecify.annotations.NullMarked;
