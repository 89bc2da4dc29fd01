package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Either;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/** What a query or a form says. */
final class Parameters {
  private static final int MOST = 100;

  private Parameters() {}

  /**
   * By name, without those that are blank; of those that are given twice the first.
   *
   * @param encoded as a form is; null for none
   * @return them, or the sentence that says what is wrong with them
   */
  static Either<String, LinkedHashMap<String, String>> of(@Nullable String encoded) {
    LinkedHashMap<String, String> parameters = LinkedHashMap.empty();
    String[] parts = encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&", -1);
    if (parts.length > MOST) {
      return Either.left("there are " + parts.length + " parameters, more than " + MOST);
    }
    try {
      for (String part : parts) {
        int equals = part.indexOf('=');
        String name = URLDecoder.decode(equals < 0 ? part : part.substring(0, equals), UTF_8);
        String value = equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), UTF_8);
        if (!value.isBlank() && !parameters.containsKey(name)) {
          parameters = parameters.put(name, value);
        }
      }
      return Either.right(parameters);
    } catch (IllegalArgumentException e) {
      return Either.left("the parameters are not encoded as those of a form are");
    }
  }
}
