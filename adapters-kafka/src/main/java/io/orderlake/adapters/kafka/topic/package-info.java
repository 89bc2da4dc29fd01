/**
 * Topic administration: makes the orders topic and says what it holds. Called by wiring and by the
 * roles that show lag. Never deletes or changes a topic that exists.
 */
@NullMarked
package io.orderlake.adapters.kafka.topic;

import org.jspecify.annotations.NullMarked;
