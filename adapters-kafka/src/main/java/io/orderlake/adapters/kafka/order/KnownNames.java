package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.orderlake.domain.order.OrderFields;
import java.util.Arrays;

/**
 * The names of the contract's fields, found by their bytes, so that none of them is made a string
 * for every event anew. A hash table with open addressing: a name whose place is taken has the next
 * free one, so that whatever names the contract comes to have are found. That places stay free is
 * checked when the class is loaded.
 */
final class KnownNames {
  /** How many places there are. */
  static final int PLACES = 32;

  /** The bytes spell no known name. */
  static final int UNKNOWN = -1;

  private static final String[] NAMES = new String[PLACES];
  private static final byte[][] BYTES = new byte[PLACES][];

  static {
    OrderFields.ALL.forEach(KnownNames::add);
    add("price");
    if (OrderFields.ALL.size() >= PLACES / 2) {
      throw new IllegalStateException(PLACES + " places are too few for the contract's names");
    }
  }

  private KnownNames() {}

  private static void add(String name) {
    byte[] bytes = name.getBytes(ISO_8859_1);
    int place = hash(bytes, 0, bytes.length);
    while (BYTES[place] != null) {
      place = next(place);
    }
    NAMES[place] = name;
    BYTES[place] = bytes;
  }

  /** The place of the name that these bytes spell, from 0; or {@link #UNKNOWN}. */
  static int placeOf(byte[] json, int from, int to) {
    if (from == to) {
      return UNKNOWN;
    }
    int place = hash(json, from, to);
    for (byte[] name = BYTES[place]; name != null; name = BYTES[place]) {
      if (Arrays.equals(name, 0, name.length, json, from, to)) {
        return place;
      }
      place = next(place);
    }
    return UNKNOWN;
  }

  /** The name that has this place. */
  static String name(int place) {
    return NAMES[place];
  }

  private static int next(int place) {
    return (place + 1) & (PLACES - 1);
  }

  private static int hash(byte[] json, int from, int to) {
    return (3 * json[from] + json[to - 1] + (to - from)) & (PLACES - 1);
  }
}
