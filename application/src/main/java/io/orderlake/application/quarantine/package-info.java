/** Use cases of the quarantine. Called by the command line. */
@NullMarked
package io.orderlake.application.quarantine;

import org.jspecify.annotations.NullMarked;
