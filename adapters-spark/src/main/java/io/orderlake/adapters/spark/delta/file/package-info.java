/**
 * Data files: written and read row by row from inside tasks, spread over tasks, counted in Delta's
 * file statistics, and named in Delta's add actions. The stages' functions call it in their tasks;
 * nothing that is written here is part of a table before a commit names it.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.file;

import org.jspecify.annotations.NullMarked;
