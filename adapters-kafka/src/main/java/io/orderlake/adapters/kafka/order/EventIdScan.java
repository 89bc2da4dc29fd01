package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import org.jspecify.annotations.Nullable;

/**
 * Finds the event id in an event's bytes and stops there. Passes over the fields before it without
 * asking whether they are well formed: that is the decoder's question. In a JSON text a quote
 * inside a string is escaped and every byte of a character beyond ASCII is above 0x7F, so that
 * bytes can be compared one by one.
 */
final class EventIdScan {
  private static final byte[] NAME = OrderFields.EVENT_ID.getBytes(UTF_8);

  /** No byte has this value. */
  private static final int END = 256;

  private final byte[] json;
  private final OrderEventDecoder careful;
  private int at;

  private EventIdScan(byte[] json, OrderEventDecoder careful) {
    this.json = json;
    this.careful = careful;
  }

  /**
   * The string that the outermost object holds under {@code event_id}; null when there is none.
   *
   * @param careful reads the event when the id, or a name before it, is written with escapes
   */
  static @Nullable String of(byte[] json, OrderEventDecoder careful) {
    return new EventIdScan(json, careful).eventId();
  }

  private @Nullable String eventId() {
    if (nextVisible() != '{') {
      return null;
    }
    do {
      at++;
      if (nextVisible() != '"') {
        return null;
      }
      int start = at + 1;
      if (skipString()) {
        return careful.eventIdOf(json);
      }
      boolean found = isName(start, at - 1);
      if (nextVisible() != ':') {
        return null;
      }
      at++;
      if (found) {
        return text();
      }
      skipValue();
    } while (nextVisible() == ',');
    return null;
  }

  private boolean isName(int from, int to) {
    if (to - from != NAME.length) {
      return false;
    }
    for (int i = 0; i < NAME.length; i++) {
      if (json[from + i] != NAME[i]) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String text() {
    if (nextVisible() != '"') {
      return null;
    }
    int start = at + 1;
    return skipString()
        ? careful.eventIdOf(json)
        : new String(json, start, Math.max(at - 1 - start, 0), UTF_8);
  }

  /** Passes over any value; over a nested one without regard to which bracket closes which. */
  private void skipValue() {
    int depth = 0;
    do {
      int c = nextVisible();
      switch (c) {
        case '"' -> skipString();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        case END -> {
          return;
        }
        default -> skipWord();
      }
    } while (depth > 0);
  }

  /** Passes over a number, {@code true}, {@code false} or {@code null}. */
  private void skipWord() {
    do {
      at++;
    } while (at < json.length && json[at] > ' ' && ",}]".indexOf(json[at]) < 0);
  }

  /** From an opening quote to behind the closing one; true when there was an escape between. */
  private boolean skipString() {
    boolean escaped = false;
    at++;
    while (at < json.length) {
      byte c = json[at++];
      if (c == '"') {
        return escaped;
      }
      if (c == '\\') {
        escaped = true;
        at++;
      }
    }
    return escaped;
  }

  /** Goes to the next byte that is no white space. */
  private int nextVisible() {
    while (at < json.length) {
      byte c = json[at];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        return c;
      }
      at++;
    }
    return END;
  }
}
