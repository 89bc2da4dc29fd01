/**
 * What a part of the benchmark is: what it works with, what it finds, and which goals it can show.
 * All parts, the peers and the report stand on it; it knows none of them.
 */
@NullMarked
package io.orderlake.benchmarks.section;

import org.jspecify.annotations.NullMarked;
