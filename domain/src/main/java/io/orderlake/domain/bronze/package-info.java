/**
 * The event store: Kafka's records as received, their total order, and the ports that fill Bronze
 * and say where it stands.
 */
@NullMarked
package io.orderlake.domain.bronze;

import org.jspecify.annotations.NullMarked;
