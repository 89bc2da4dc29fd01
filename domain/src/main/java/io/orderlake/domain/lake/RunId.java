package io.orderlake.domain.lake;

import io.vavr.control.Either;
import java.io.Serializable;

/**
 * The idempotence key of a request: chosen by the requester, from its own identity, before it asks.
 *
 * @param value 1 to 200 of {@code A-Z a-z 0-9 . _ -}, and not {@code .} or {@code ..}
 */
public record RunId(String value) implements Comparable<RunId>, Serializable {
  public static final String FORM = "[A-Za-z0-9._-]{1,200}";
  private static final int LONGEST = 200;

  public RunId {
    if (!valid(value)) {
      throw new IllegalArgumentException(problem(value));
    }
  }

  /** The id, or the sentence that says why the text is none. */
  public static Either<String, RunId> parse(String text) {
    return valid(text) ? Either.right(new RunId(text)) : Either.left(problem(text));
  }

  /** By hand, since ids are read by the million. */
  private static boolean valid(String text) {
    if (text.isEmpty() || text.length() > LONGEST || text.equals(".") || text.equals("..")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isOfForm(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfForm(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private static String problem(String text) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return "'" + shown + "' is not a run id: it must match " + FORM;
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
