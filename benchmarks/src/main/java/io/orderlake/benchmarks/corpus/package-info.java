/**
 * The data that the stages are measured on: the same events every time, in a topic, in Bronze and
 * in Silver. Sections call it; what it makes it keeps until it is closed.
 */
@NullMarked
package io.orderlake.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
