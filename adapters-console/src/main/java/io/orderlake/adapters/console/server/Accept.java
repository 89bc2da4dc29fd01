package io.orderlake.adapters.console.server;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of two forms a request is for. */
final class Accept {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  private Accept() {}

  /**
   * True when JSON is preferred to HTML; where both are as welcome, it is HTML.
   *
   * @param values of the header {@code Accept}; null when there is none
   */
  static boolean isJson(@Nullable List<String> values) {
    String accept = values == null ? "*/*" : String.join(",", values).toLowerCase(Locale.ROOT);
    return quality(accept, JSON) > quality(accept, HTML);
  }

  /** From 0 to 1000, by the range that fits best. */
  private static int quality(String accept, String type) {
    int best = -1;
    int quality = 0;
    for (String range : accept.split(",", -1)) {
      String[] parts = range.split(";", -1);
      int fits = fits(parts[0].strip(), type);
      if (fits > best) {
        best = fits;
        quality = quality(parts);
      }
    }
    return best < 0 ? 0 : quality;
  }

  private static int fits(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    String kind = type.substring(0, type.indexOf('/')) + "/*";
    return range.equals(kind) ? 1 : range.equals("*/*") ? 0 : -1;
  }

  private static int quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.matches("q=(0|1|[01]\\.\\d{0,3})")) {
        return (int) Math.round(Double.parseDouble(part.substring(2)) * 1000);
      }
    }
    return 1000;
  }
}
