package io.orderlake.adapters.delta.lake;

import io.delta.kernel.exceptions.TableNotFoundException;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.apache.parquet.ParquetRuntimeException;
import org.jspecify.annotations.Nullable;

/** Turns what Kernel, Parquet and Hadoop throw into the lake's one failure. */
final class Failures {
  private static final int LONGEST = 300;

  /** Who reads the format itself: what they have to say is said of the bytes. */
  private static final List<String> DECODERS =
      List.of("org.apache.parquet.", "org.xerial.snappy.", "com.github.luben.zstd.");

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
    FailureCause told =
        FailureCause.find(failure, Failures::ofLibraries)
            .getOrElse(
                () ->
                    find(failure, IOException.class) != null
                        ? FailureCause.STORE_FAULT
                        : FailureCause.DAMAGED);
    return told.verdict() == Verdict.DEFECT ? FailureCause.DAMAGED : told;
  }

  private static Option<FailureCause> ofLibraries(Throwable failure) {
    boolean damage =
        failure instanceof ChecksumException
            || failure instanceof ParquetRuntimeException
            || isOfJson(failure.getClass())
            || isMadeByDecoder(failure)
            || String.valueOf(failure.getMessage()).contains("is not a Parquet file");
    return Option.when(damage, FailureCause.DAMAGED);
  }

  /** A general exception that a decoder has made itself, and not the file system under it. */
  private static boolean isMadeByDecoder(Throwable failure) {
    return List.of(failure.getStackTrace())
        .headOption()
        .exists(maker -> DECODERS.exists(maker.getClassName()::startsWith));
  }

  /** Kernel has a JSON parser of its own, which is the one that others have under other names. */
  private static boolean isOfJson(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return type.getSimpleName().equals("JsonProcessingException")
        || (parent != null && isOfJson(parent));
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
    String text = message == null ? cause.getClass().getSimpleName() : ToldFiles.plain(message);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
