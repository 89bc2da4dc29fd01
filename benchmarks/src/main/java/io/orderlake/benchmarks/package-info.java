/**
 * Measures Orderlake and its peers on the same data in one run: {@code orderlake bench}. Nothing
 * here is part of the product.
 */
@NullMarked
package io.orderlake.benchmarks;

import org.jspecify.annotations.NullMarked;
