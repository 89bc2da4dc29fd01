/** What a run of the benchmark found, for people and for programs. Called by its main class. */
@NullMarked
package io.orderlake.benchmarks.report;

import org.jspecify.annotations.NullMarked;
