/**
 * Text that came from outside, made fit to be shown. Called by whoever shows it: sentences, audits,
 * the screen. Promises that nothing in it steers what shows it, and that names stay readable.
 */
@NullMarked
package io.orderlake.domain.text;

import org.jspecify.annotations.NullMarked;
