package io.orderlake.adapters.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.answers.text.Document;

/** Documents as files. */
final class Bytes {
  private Bytes() {}

  /** In UTF-8; half of a surrogate pair becomes a question mark. */
  static byte[] of(Document document) {
    return document.lines().map(line -> line + "\r\n").mkString().getBytes(UTF_8);
  }
}
