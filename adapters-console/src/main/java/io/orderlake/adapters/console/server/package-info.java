/**
 * Serves the console: who may look and who may ask, which page answers, and in which form.
 *
 * <p>Started by the bootstrap; promises that no request changes anything but by asking the runner,
 * that whoever was led here by another site is refused, and that {@code close} ends it.
 */
@NullMarked
package io.orderlake.adapters.console.server;

import org.jspecify.annotations.NullMarked;
