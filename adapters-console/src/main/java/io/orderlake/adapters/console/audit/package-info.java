/**
 * What audits found, and what was lost and accepted.
 *
 * <p>Called by the server; promises the verdicts of recorded audits.
 */
@NullMarked
package io.orderlake.adapters.console.audit;

import org.jspecify.annotations.NullMarked;
