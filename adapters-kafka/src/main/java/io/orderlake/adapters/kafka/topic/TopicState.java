package io.orderlake.adapters.kafka.topic;

/**
 * A topic as the cluster describes it.
 *
 * @param name its name
 * @param partitions how many, numbered from 0
 * @param created true when the call that returned this made the topic
 */
public record TopicState(String name, int partitions, boolean created) {}
