/**
 * Measuring: what work costs, turns of contestants, summaries of repeated figures. Sections call
 * it; it knows nothing of what is measured.
 */
@NullMarked
package io.orderlake.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
