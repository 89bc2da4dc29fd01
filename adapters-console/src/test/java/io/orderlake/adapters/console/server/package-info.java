/** The console as a browser and others meet it, over HTTP. */
@NullMarked
package io.orderlake.adapters.console.server;

import org.jspecify.annotations.NullMarked;
