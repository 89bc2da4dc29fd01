package io.orderlake.application.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.random.RandomGenerator;

/** Bytes that are no event any more. */
final class Garbling {
  private Garbling() {}

  static byte[] garbled(OrderDraft draft, RandomGenerator random) {
    String json = draft.json();
    return switch (random.nextInt(7)) {
      case 0 -> json.substring(0, 1 + random.nextInt(json.length() - 1)).getBytes(UTF_8);
      case 1 -> ("[" + json + "]").getBytes(UTF_8);
      case 2 -> (json + json).getBytes(UTF_8);
      case 3 -> json.replaceFirst("\\{", "{\"order_id\":\"1\",").getBytes(UTF_8);
      case 4 -> json.replaceFirst("\\{", "{\"note\":\"Zürich\",").getBytes(ISO_8859_1);
      case 5 -> json.replace('"', '\'').getBytes(UTF_8);
      default -> new byte[0];
    };
  }
}
