/** What the Kafka adapters share: how to connect, and how they fail. */
@NullMarked
package io.orderlake.adapters.kafka;

import org.jspecify.annotations.NullMarked;
