/**
 * Feeds of orders in files and on standard input, as lines, as CSV or as a workbook's sheet.
 * Implements the port of {@code io.orderlake.domain.feed}; only wiring calls in here. Promises to
 * read UTF-8 strictly and to name the place where it cannot go on.
 */
@NullMarked
package io.orderlake.adapters.filesystem.feed;

import org.jspecify.annotations.NullMarked;
