/**
 * Finding single rows of the lake's tables, for whoever wants to know where a figure comes from or
 * what became of a record.
 */
@NullMarked
package io.orderlake.domain.lookup;

import org.jspecify.annotations.NullMarked;
