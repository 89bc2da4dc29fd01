/** Use cases of Gold. Called by the runner and the command line. */
@NullMarked
package io.orderlake.application.gold;

import org.jspecify.annotations.NullMarked;
