package io.orderlake.adapters.delta.lake;

import io.delta.kernel.exceptions.TableNotFoundException;
import io.orderlake.domain.lake.LakeFailure;
import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Turns what Kernel, Parquet and Hadoop throw into the lake's one failure. */
final class Failures {
  private static final int LONGEST = 300;

  private Failures() {}

  /**
   * The step's result.
   *
   * @param attempted what the step does, as a message begins: "reading … at version 3"
   */
  static <T> T attempt(String attempted, Callable<T> step) {
    try {
      return step.call();
    } catch (Exception e) {
      throw of(attempted, e);
    }
  }

  /** A failure that a file is at the bottom of. */
  static LakeFailure damaged(String file, Throwable cause) {
    LakeFailure known = find(cause, LakeFailure.class);
    if (known != null) {
      return known;
    }
    if (find(cause, FileNotFoundException.class) != null) {
      return LakeFailure.lasting(
          "the file " + file + " is missing: restore it from a backup, or rebuild the table",
          cause);
    }
    return isPassing(cause)
        ? LakeFailure.passing(
            "the file " + file + " could not be reached (" + why(cause) + "): try again", cause)
        : LakeFailure.lasting(
            "the file "
                + file
                + " cannot be read ("
                + why(cause)
                + "): it is damaged; restore it from a backup, or rebuild the table",
            cause);
  }

  static LakeFailure of(String attempted, Throwable cause) {
    LakeFailure known = find(cause, LakeFailure.class);
    if (known != null) {
      return known.retryable()
          ? LakeFailure.passing(attempted + ": " + known.getMessage(), cause)
          : LakeFailure.lasting(attempted + ": " + known.getMessage(), cause);
    }
    if (find(cause, TableNotFoundException.class) != null) {
      return LakeFailure.lasting(
          attempted
              + ": there is no Delta table there; check the data directory, or run the job that"
              + " fills the table",
          cause);
    }
    return isPassing(cause)
        ? LakeFailure.passing(
            attempted + ": the store could not be reached (" + why(cause) + "); try again", cause)
        : LakeFailure.lasting(attempted + " failed: " + why(cause), cause);
  }

  private static boolean isPassing(Throwable cause) {
    return find(cause, SocketException.class) != null
        || find(cause, UnknownHostException.class) != null
        || find(cause, InterruptedIOException.class) != null;
  }

  private static <E extends Throwable> @Nullable E find(Throwable failure, Class<E> kind) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return kind.cast(t);
      }
    }
    return null;
  }

  private static String why(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null ? cause.getClass().getSimpleName() : message;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
