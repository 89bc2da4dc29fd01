package io.orderlake.domain.lake;

import io.vavr.control.Either;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The idempotence key of a request: chosen by the requester, from its own identity, before it asks.
 *
 * @param value 1 to 200 of {@code A-Z a-z 0-9 . _ -}, and not {@code .} or {@code ..}
 */
public record RunId(String value) implements Comparable<RunId>, Serializable {
  public static final String FORM = "[A-Za-z0-9._-]{1,200}";
  private static final Pattern PATTERN = Pattern.compile(FORM);

  public RunId {
    if (!valid(value)) {
      throw new IllegalArgumentException(problem(value));
    }
  }

  /** The id, or the sentence that says why the text is none. */
  public static Either<String, RunId> parse(String text) {
    return valid(text) ? Either.right(new RunId(text)) : Either.left(problem(text));
  }

  private static boolean valid(String text) {
    return PATTERN.matcher(text).matches() && !text.equals(".") && !text.equals("..");
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
