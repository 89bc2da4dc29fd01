/**
 * Measures Orderlake and its peers on the same data in one run: {@code orderlake bench}. Here is
 * the command line, which parts there are and what they share. Nothing below knows this package,
 * and nothing here is part of the product.
 */
@NullMarked
package io.orderlake.benchmarks;

import org.jspecify.annotations.NullMarked;
