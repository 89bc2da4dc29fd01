/**
 * Lineage as OpenLineage events: what they say of a run, how they are carried to a file or a
 * server. Called by wiring; promises that no run waits for any of it.
 */
@NullMarked
package io.orderlake.adapters.openlineage;

import org.jspecify.annotations.NullMarked;
