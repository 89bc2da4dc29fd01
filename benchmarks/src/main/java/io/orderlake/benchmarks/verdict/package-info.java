/**
 * How many Kafka records a second one core brings from bytes to a verdict, in plain Java and
 * without an engine around it. Run by JMH's own main class or through {@link
 * io.orderlake.benchmarks.verdict.VerdictRate}.
 */
@NullMarked
package io.orderlake.benchmarks.verdict;

import org.jspecify.annotations.NullMarked;
