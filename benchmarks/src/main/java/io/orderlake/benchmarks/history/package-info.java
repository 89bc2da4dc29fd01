/**
 * What a run costs when the lake holds much already: lakes with months of history, and the time of
 * Silver and Gold for a few new records on each of them. Other sections borrow the lakes.
 */
@NullMarked
package io.orderlake.benchmarks.history;

import org.jspecify.annotations.NullMarked;
