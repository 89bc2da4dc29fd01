/**
 * The embedded broker seen from the parent: starts the child process, waits until it takes
 * requests, stops it. No broker class is on this module's class path.
 */
@NullMarked
package io.orderlake.adapters.kafka.broker;

import org.jspecify.annotations.NullMarked;
