/** Gold's pages over HTTP. */
@NullMarked
package io.orderlake.adapters.console.gold;

import org.jspecify.annotations.NullMarked;
