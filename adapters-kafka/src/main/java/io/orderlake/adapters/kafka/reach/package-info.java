/**
 * Why a Kafka cluster can or cannot be used from here: every address is tried one step after the
 * other, from its name to the brokers that stand behind it. Called by whoever opens a connection;
 * promises an answer within a few seconds, and to change nothing on the cluster.
 */
@NullMarked
package io.orderlake.adapters.kafka.reach;

import org.jspecify.annotations.NullMarked;
