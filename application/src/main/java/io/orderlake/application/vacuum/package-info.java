/**
 * The job that removes files past the retention. Called by the runner; it deletes nothing that a
 * published lake version within the retention, the newest one or a projection needs.
 */
@NullMarked
package io.orderlake.application.vacuum;

import org.jspecify.annotations.NullMarked;
