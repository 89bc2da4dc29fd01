/**
 * HTML as a tree whose texts are always escaped: nothing that an event holds is ever markup, and
 * nothing in it is invisible.
 *
 * <p>Called by the console's pages; promises documents that need neither inline scripts nor inline
 * styles, and lead nowhere but to the console itself.
 */
@NullMarked
package io.orderlake.adapters.console.html;

import org.jspecify.annotations.NullMarked;
