package io.orderlake.domain.bronze;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record header, as received.
 *
 * @param key the header's name
 * @param value its bytes; null as Kafka allows
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are copied nowhere on the hot path
public record RecordHeader(String key, byte @Nullable [] value) implements Serializable {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordHeader h && key.equals(h.key) && Arrays.equals(value, h.value);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Arrays.hashCode(value);
  }
}
