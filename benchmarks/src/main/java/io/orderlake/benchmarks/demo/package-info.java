/** How long somebody who has just started Orderlake waits. */
@NullMarked
package io.orderlake.benchmarks.demo;

import org.jspecify.annotations.NullMarked;
