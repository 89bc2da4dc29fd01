/**
 * The facets that OpenLineage events carry, as {@code contracts/lineage} describes them. Called by
 * whoever tells lineage.
 */
@NullMarked
package io.orderlake.protocol.lineage;

import org.jspecify.annotations.NullMarked;
