/**
 * Gold as it stands in a database of somebody's choice, for tools that ask databases: what is
 * handed over with each lake version, and the port of the place that it goes to. Called by whoever
 * serves and by whoever holds the served against the lake. Nothing here is read back into the lake.
 */
@NullMarked
package io.orderlake.domain.serve;

import org.jspecify.annotations.NullMarked;
