/** All pages of the console on one lake in memory. */
@NullMarked
package io.orderlake.adapters.console;

import org.jspecify.annotations.NullMarked;
