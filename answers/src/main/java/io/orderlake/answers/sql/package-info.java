/** The lake as SQL of other programs. */
@NullMarked
package io.orderlake.answers.sql;

import org.jspecify.annotations.NullMarked;
