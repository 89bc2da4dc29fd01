/**
 * Data files: a {@code DataFile} is written by {@code DataFileWriters} and read from inside tasks,
 * by {@code DataFileReader} row by row, by {@code DataFileBatches} column by column; {@code
 * FileStatistics} counts it, {@code AddActions} says it in the words of Delta's log; as an {@code
 * InputFile} it travels to the tasks that read it. The stages' functions call it; nothing that is
 * written here is part of a table before a commit names it.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.file;

import org.jspecify.annotations.NullMarked;
