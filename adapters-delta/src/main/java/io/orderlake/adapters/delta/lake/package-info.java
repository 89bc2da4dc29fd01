/**
 * Reading Delta tables through Delta Kernel: which commits a table has, what positions they carry,
 * which rows a version holds. Called by the views beside this package; knows no order and no Gold.
 *
 * <p>Everything here only reads, needs no Spark, and may be used from several threads. What is
 * damaged or missing ends in a {@link io.orderlake.domain.lake.LakeFailure} that names the file; no
 * damaged file is skipped.
 */
@NullMarked
package io.orderlake.adapters.delta.lake;

import org.jspecify.annotations.NullMarked;
