/**
 * The quarantine in the browser: why records were set aside and when, which reasons are new, and
 * from a reason to its records.
 *
 * <p>Called by the server; promises that what it has read of a version is not read again.
 */
@NullMarked
package io.orderlake.adapters.console.quarantine;

import org.jspecify.annotations.NullMarked;
