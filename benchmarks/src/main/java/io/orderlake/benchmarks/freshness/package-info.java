/** How old what Gold shows is, while events keep coming. */
@NullMarked
package io.orderlake.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
