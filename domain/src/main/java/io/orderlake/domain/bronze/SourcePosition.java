package io.orderlake.domain.bronze;

import java.io.Serializable;

/**
 * One Kafka record's address.
 *
 * @param topic the topic's name
 * @param partition from 0
 * @param offset from 0
 */
public record SourcePosition(String topic, int partition, long offset) implements Serializable {
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
