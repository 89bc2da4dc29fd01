/**
 * Sheets of Excel workbooks (xlsx) as tables. Called by the source of feeds. Promises that cells
 * come as they are typed, dates as ISO 8601 and numbers as exact decimals, that macros are never
 * run, and that no workbook fills the memory: what is read of it is measured before fastexcel reads
 * it.
 */
@NullMarked
package io.orderlake.adapters.filesystem.feed.workbook;

import org.jspecify.annotations.NullMarked;
