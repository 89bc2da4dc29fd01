/**
 * The catalogue of the lake's tables: their columns, what each means and since which layout it is
 * there, partitions, positions and what each table is made from. Adapters make their engines'
 * schemas out of it, and the pages on tables for people and other programs are written from it;
 * nobody names a column in a place of its own.
 */
@NullMarked
package io.orderlake.domain.table;

import org.jspecify.annotations.NullMarked;
