package io.orderlake.adapters.filesystem.feed;

import java.util.List;

/**
 * A feed that seems to be an Excel workbook.
 *
 * @param packings from the outermost to the innermost
 */
record WorkbookLook(List<Opened.Packing> packings) implements Look {}
