/**
 * The console's home: from Kafka to Gold, how fresh and how complete the lake is.
 *
 * <p>Called by the server; promises figures of the use cases, none of its own.
 */
@NullMarked
package io.orderlake.adapters.console.flow;

import org.jspecify.annotations.NullMarked;
