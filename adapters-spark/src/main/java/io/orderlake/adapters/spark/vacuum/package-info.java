/**
 * Finds and removes files of Delta tables that no version which has to stay needs. Called by the
 * job {@code vacuum}; deletes files and writes none.
 */
@NullMarked
package io.orderlake.adapters.spark.vacuum;

import org.jspecify.annotations.NullMarked;
