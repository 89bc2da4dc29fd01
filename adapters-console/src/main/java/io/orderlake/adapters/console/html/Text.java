package io.orderlake.adapters.console.html;

import io.orderlake.domain.text.SafeText;

/**
 * Text from anywhere.
 *
 * @param text as it is stored
 */
record Text(String text) implements Html {
  @Override
  public void write(StringBuilder out) {
    Escaped.write(SafeText.line(text), out);
  }
}
