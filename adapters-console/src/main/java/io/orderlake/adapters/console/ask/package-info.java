/**
 * How the console asks for runs: the form, and the request that comes of it.
 *
 * <p>Called by pages that offer it and by the server; promises that nothing but a request is made.
 */
@NullMarked
package io.orderlake.adapters.console.ask;

import org.jspecify.annotations.NullMarked;
