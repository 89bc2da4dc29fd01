/**
 * Rewrites small files of Bronze, Silver and the quarantine into fewer, and commits that as a
 * change of no data. Called by the job {@code compact}.
 */
@NullMarked
package io.orderlake.adapters.spark.compact;

import org.jspecify.annotations.NullMarked;
