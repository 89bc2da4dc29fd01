/** A PostgreSQL of a lake's own, with the programs that this machine has. */
@NullMarked
package io.orderlake.adapters.postgres.cluster;

import org.jspecify.annotations.NullMarked;
