package io.orderlake.benchmarks.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.orderlake.application.generate.GeneratedOrder;
import java.util.UUID;

/** What the ids of events look like. */
public enum EventIds {
  /** The product's own: UUIDs of version 7, which begin with the time. */
  BY_TIME("ids by time") {
    @Override
    GeneratedOrder of(GeneratedOrder order) {
      return order;
    }
  },

  /** UUIDs of version 4: no bounds of a file say anything about them. */
  RANDOM("random ids") {
    @Override
    GeneratedOrder of(GeneratedOrder order) {
      String id = order.eventId();
      return id == null ? order : renamed(order, id, scattered(UUID.fromString(id)).toString());
    }
  };

  private final String text;

  EventIds(String text) {
    this.text = text;
  }

  /** The same event under such an id; events of one id stay events of one id. */
  abstract GeneratedOrder of(GeneratedOrder order);

  @Override
  public String toString() {
    return text;
  }

  private static UUID scattered(UUID id) {
    long high = Seeds.mix(id.getMostSignificantBits() ^ Seeds.mix(id.getLeastSignificantBits()));
    long low = Seeds.mix(id.getLeastSignificantBits() + high);
    return new UUID(
        (high & ~0xF000L) | 0x4000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  /** A garbled event may hold its id in part or not at all; it stays as it is. */
  private static GeneratedOrder renamed(GeneratedOrder order, String from, String to) {
    byte[] value = order.value().clone();
    byte[] sought = from.getBytes(US_ASCII);
    int at = indexOf(value, sought);
    if (at < 0) {
      return order;
    }
    byte[] replacement = to.getBytes(US_ASCII);
    System.arraycopy(replacement, 0, value, at, replacement.length);
    return new GeneratedOrder(to, order.key(), value, order.expectation());
  }

  private static int indexOf(byte[] text, byte[] sought) {
    for (int at = 0; at <= text.length - sought.length; at++) {
      int same = 0;
      while (same < sought.length && text[at + same] == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return at;
      }
    }
    return -1;
  }
}
