/** The dry run over HTTP. */
@NullMarked
package io.orderlake.adapters.console.redrive;

import org.jspecify.annotations.NullMarked;
