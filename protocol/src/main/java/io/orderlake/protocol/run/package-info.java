/**
 * The trigger protocol's words: requests, results, failures, lineage, the journal's events, the
 * runner's sign and epoch, the names of states. Called by whoever stores or shows them; promises
 * that what is written fits {@code contracts/trigger-protocol} and is read back equal.
 */
@NullMarked
package io.orderlake.protocol.run;

import org.jspecify.annotations.NullMarked;
