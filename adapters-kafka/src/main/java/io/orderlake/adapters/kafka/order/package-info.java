/**
 * Order events on Kafka: the wire format and the producer. Implements the ports of {@code
 * io.orderlake.domain.order}; only wiring calls in here. Promises that what is acknowledged is
 * stored once, and that no bytes, however damaged, make the decoder throw.
 */
@NullMarked
package io.orderlake.adapters.kafka.order;

import org.jspecify.annotations.NullMarked;
