/**
 * Synthetic orders: a pure, seeded generator whose every event says what must become of it, and the
 * use case that publishes them at a rate. Called by the command line, the demo and tests. The same
 * seed and clock give the same events.
 */
@NullMarked
package io.orderlake.application.generate;

import org.jspecify.annotations.NullMarked;
