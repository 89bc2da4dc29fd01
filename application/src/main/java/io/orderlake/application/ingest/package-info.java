/**
 * Ingesting several topics as one. Called by the wiring where sources are configured; promises that
 * what is told counts all of them, and that a topic which cannot go on stops the others.
 */
@NullMarked
package io.orderlake.application.ingest;

import org.jspecify.annotations.NullMarked;
