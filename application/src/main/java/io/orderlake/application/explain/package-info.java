/**
 * Where a figure comes from and what became of a record: the way back from a Gold cell to Silver's
 * rows and Bronze's bytes. Called by the command line; reads, and changes nothing.
 */
@NullMarked
package io.orderlake.application.explain;

import org.jspecify.annotations.NullMarked;
