/** Orderlake's roles as processes of their own, for the sections that measure them from outside. */
@NullMarked
package io.orderlake.benchmarks.program;

import org.jspecify.annotations.NullMarked;
