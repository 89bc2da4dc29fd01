/**
 * Protobuf: schemas by the parser of Wire, records by a reader that makes the tree straight from
 * the bytes. Called by the formats. Promises what {@code record} promises.
 */
@NullMarked
package io.orderlake.adapters.registry.protobuf;

import org.jspecify.annotations.NullMarked;
