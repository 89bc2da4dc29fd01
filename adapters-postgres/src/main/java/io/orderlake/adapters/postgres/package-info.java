/**
 * Gold in PostgreSQL: {@link io.orderlake.adapters.postgres.PostgresGoldSink} puts one lake version
 * after the other there, in one transaction each, and reads it back. Called through the ports of
 * {@link io.orderlake.domain.serve}; promises that whoever asks PostgreSQL sees one lake version,
 * that readers are never locked out for a publication, and that no password is told.
 */
@NullMarked
package io.orderlake.adapters.postgres;

import org.jspecify.annotations.NullMarked;
