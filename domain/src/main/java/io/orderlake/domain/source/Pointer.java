package io.orderlake.domain.source;

import io.vavr.control.Either;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value lies. {@code /customer/city} is a JSON pointer (RFC 6901) from the record's root;
 * {@code ./price/cents} is one from the line; any other text is the name of one member of the line,
 * or one column of a row, whatever signs it has.
 *
 * @param fromLine whether it begins at the line, and not at the record's root
 * @param tokens the members' names and the items' numbers on the way
 */
public record Pointer(boolean fromLine, List<String> tokens) implements Serializable {
  /** The record itself. */
  public static final Pointer ROOT = new Pointer(false, List.of());

  private static final String LINE = "./";

  public Pointer {
    tokens = List.copyOf(tokens);
  }

  /** Reads it; or what is wrong with it, as a sentence goes on after the text. */
  public static Either<String, Pointer> parse(String text) {
    if (text.isBlank()) {
      return Either.left("names nothing; a value lies e.g. at /customer/city or at sku");
    }
    if (text.startsWith(LINE)) {
      return tokens(text.substring(1)).map(tokens -> new Pointer(true, tokens));
    }
    return text.startsWith("/")
        ? tokens(text).map(tokens -> new Pointer(false, tokens))
        : Either.right(new Pointer(true, List.of(text)));
  }

  private static Either<String, List<String>> tokens(String pointer) {
    for (int i = pointer.indexOf('~'); i >= 0; i = pointer.indexOf('~', i + 1)) {
      if (i + 1 == pointer.length() || "01".indexOf(pointer.charAt(i + 1)) < 0) {
        return Either.left("has a ~ that is neither ~0 (which means ~) nor ~1 (which means /)");
      }
    }
    return Either.right(
        List.of(pointer.substring(1).split("/", -1)).stream()
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** What lies there; null when nothing does. */
  public @Nullable Node in(Node record, Node line) {
    Node at = fromLine ? line : record;
    for (int i = 0; i < tokens.size() && at != null; i++) {
      at = at.child(tokens.get(i));
    }
    return at;
  }

  /** As a JSON pointer, from wherever it begins. */
  String path() {
    StringBuilder path = new StringBuilder();
    tokens.forEach(token -> path.append('/').append(token.replace("~", "~0").replace("/", "~1")));
    return path.toString();
  }

  /** As it may be written. */
  @Override
  public String toString() {
    return fromLine ? "." + path() : path();
  }
}
