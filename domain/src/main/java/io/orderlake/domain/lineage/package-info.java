/**
 * What runs read and wrote: {@link io.orderlake.domain.lineage.RunLineage} follows from published
 * lake versions, and {@link io.orderlake.domain.run.LineageLog} tells it to whoever keeps lineage.
 * Called by the runner; promises that nothing here is guessed and that telling it never stands in a
 * run's way.
 */
@NullMarked
package io.orderlake.domain.lineage;

import org.jspecify.annotations.NullMarked;
