/** How long a request waits for its result: a runner in a process of its own, trigger files. */
@NullMarked
package io.orderlake.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
