package io.orderlake.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import java.util.HexFormat;

/** How a lake's directory among those of other lakes is called. */
final class LocalName {
  private LocalName() {}

  /**
   * The last part of the place's name, and what tells it from others that end alike.
   *
   * @param place a lake's directory, or its root on a store, without a slash at its end
   */
  static String of(String place) {
    byte[] digest = Sha256.of(place.getBytes(UTF_8));
    String last = place.substring(place.lastIndexOf('/') + 1);
    return "%s-%s".formatted(last, HexFormat.of().formatHex(digest, 0, 6));
  }
}
