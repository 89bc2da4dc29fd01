/**
 * Lake versions: what was published, and what of it can still be read.
 *
 * <p>Called by the server; promises what is published and nothing else.
 */
@NullMarked
package io.orderlake.adapters.console.version;

import org.jspecify.annotations.NullMarked;
