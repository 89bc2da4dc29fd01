package io.orderlake.adapters.delta.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.apache.parquet.ParquetRuntimeException;
import org.jspecify.annotations.Nullable;

/** Turns what Kernel, Parquet and Hadoop throw into the lake's one failure. */
final class Failures {
  private static final int LONGEST = 300;

  /** Of Parquet, of the format its pages are written in, and of the codecs. */
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "is not a Parquet file|can not read class org\\.apache\\.parquet|FAILED_TO_UNCOMPRESS"
              + "|corrupt|Unknown frame descriptor|Data corruption",
          Pattern.CASE_INSENSITIVE);

  private Failures() {}

  /**
   * The step's result.
   *
   * @param attempted what the step does, as a message begins: "reading … at version 3"
   */
  static <T> T attempt(String attempted, Callable<T> step) {
    try {
      return step.call();
    } catch (Exception | FSError e) {
      throw of(attempted, e);
    }
  }

  /** A failure that a file is at the bottom of. */
  static LakeFailure damaged(String file, Throwable cause) {
    LakeFailure known = find(cause, LakeFailure.class);
    if (known != null) {
      return known;
    }
    FailureCause why = causeOf(cause);
    return LakeFailure.because(why, "the file " + file + sentence(why, cause), cause);
  }

  private static String sentence(FailureCause why, Throwable cause) {
    if (why == FailureCause.MISSING) {
      return " is missing: restore it from a backup, or rebuild the table";
    }
    if (why.isPassing()) {
      return " could not be reached (" + why(cause) + "): try again";
    }
    return " cannot be read ("
        + why(cause)
        + "): it is damaged; restore it from a backup, or rebuild the table";
  }

  static LakeFailure of(String attempted, Throwable cause) {
    LakeFailure known = find(cause, LakeFailure.class);
    if (known != null) {
      return LakeFailure.because(
          known.failureCause(), attempted + ": " + known.getMessage(), cause);
    }
    if (find(cause, TableNotFoundException.class) != null) {
      return LakeFailure.because(
          FailureCause.MISSING,
          attempted
              + ": there is no Delta table there; check the data directory, or run the job that"
              + " fills the table",
          cause);
    }
    FailureCause why = causeOf(cause);
    return LakeFailure.because(
        why,
        why.isPassing()
            ? attempted + ": the store could not be reached (" + why(cause) + "); try again"
            : attempted + " failed: " + why(cause),
        cause);
  }

  /**
   * A reader writes nothing and computes little: what its libraries trip over, and neither the JDK
   * nor they themselves tell, is what is stored.
   */
  private static FailureCause causeOf(Throwable failure) {
    return FailureCause.find(failure, Failures::ofLibraries)
        .filter(told -> told.verdict() != Verdict.DEFECT)
        .getOrElse(
            () ->
                find(failure, IOException.class) != null
                    ? FailureCause.STORE_FAULT
                    : FailureCause.DAMAGED);
  }

  private static Option<FailureCause> ofLibraries(Throwable failure) {
    boolean damage =
        failure instanceof ChecksumException
            || failure instanceof ParquetRuntimeException
            || failure instanceof JsonProcessingException
            || UNREADABLE.matcher(String.valueOf(failure.getMessage())).find();
    return Option.when(damage, FailureCause.DAMAGED);
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
