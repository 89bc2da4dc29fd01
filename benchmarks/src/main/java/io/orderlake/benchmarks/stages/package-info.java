/**
 * The stages of the data, each measured beside its peers on the same records; the sum of money that
 * comes out has to be the same for all of them.
 */
@NullMarked
package io.orderlake.benchmarks.stages;

import org.jspecify.annotations.NullMarked;
