/** Packages that know each other in a circle; nobody calls them. */
@NullMarked
package io.orderlake.benchmarks.offenders;

import org.jspecify.annotations.NullMarked;
