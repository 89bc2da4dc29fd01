/**
 * A PostgreSQL of a lake's own on this machine: {@link
 * io.orderlake.adapters.postgres.cluster.LocalCluster} makes, starts and ends one. Called by {@code
 * up --serve} and by tests; promises that it listens on the loopback address alone, asks for a
 * password, and ends with whoever started it.
 */
@NullMarked
package io.orderlake.adapters.postgres.cluster;

import org.jspecify.annotations.NullMarked;
