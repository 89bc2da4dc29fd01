/** Explanations over HTTP. */
@NullMarked
package io.orderlake.adapters.console.explain;

import org.jspecify.annotations.NullMarked;
