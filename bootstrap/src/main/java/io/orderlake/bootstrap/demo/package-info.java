/**
 * The demo: the whole way of an order from Kafka to Gold on real parts, told as a story, and
 * checked against what was sent.
 *
 * <p>Called by the command line. Promises to leave nothing running and to touch no lake but its
 * own.
 */
@NullMarked
package io.orderlake.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
