package io.orderlake.adapters.filesystem.feed.workbook;

import java.io.IOException;

/** A workbook, or a part of one, that is not read; the message says why and what to do. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  Refused(String sentence) {
    super(sentence);
  }
}
