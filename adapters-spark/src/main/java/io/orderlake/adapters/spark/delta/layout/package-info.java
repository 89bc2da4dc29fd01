/**
 * What a table looks like: its columns as Spark has them, what is noted per file, its properties;
 * and how a stored table of an older layout gets what it lacks. Nothing else about a stored table
 * is ever changed. The stages declare their tables' layouts with it.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.layout;

import org.jspecify.annotations.NullMarked;
