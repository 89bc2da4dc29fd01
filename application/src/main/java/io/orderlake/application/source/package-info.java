/**
 * The look at a source before anything of it is published or refined: its records, from a feed or
 * from its topics, taken apart by its mapping and judged by the lake's rules. Called by the command
 * line. Promises that nothing is stored, published or made anywhere, and that what is said of a
 * line is what refining it would come to, as far as the lines that are looked at tell.
 */
@NullMarked
package io.orderlake.application.source;

import org.jspecify.annotations.NullMarked;
