/** The quarantine's pages over HTTP. */
@NullMarked
package io.orderlake.adapters.console.quarantine;

import org.jspecify.annotations.NullMarked;
