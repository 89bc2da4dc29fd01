package io.orderlake.adapters.spark.delta.interop;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/** Turns what Spark, Delta and Hadoop throw into the lake's own failure. */
public final class Failures {
  /** Who reads the format itself: what they have to say is said of the bytes. */
  private static final List<String> DECODERS =
      List.of("org.apache.parquet.", "org.xerial.snappy.", "com.github.luben.zstd.");

  private Failures() {}

  /**
   * Runs the action; what it throws becomes a {@link LakeFailure} whose message begins with what
   * was attempted. A defect in the program is no failure of the lake and is thrown on as it is, so
   * that nobody tries it again.
   */
  public static <T> T during(String attempt, Callable<T> action) {
    try {
      return action.call();
    } catch (LakeFailure e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LakeFailure.of(attempt + ": interrupted", e);
    } catch (Exception e) {
      if (e instanceof RuntimeException defect && causeOf(e).verdict() == Verdict.DEFECT) {
        throw defect;
      }
      throw of(attempt, e);
    } catch (FSError e) { // Hadoop's local file system throws it where others throw an IOException
      throw of(attempt, e);
    }
  }

  /** The failure for that cause. */
  public static LakeFailure of(String attempt, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof LakeFailure known) {
        return known;
      }
    }
    return LakeFailure.because(causeOf(cause), attempt + ": " + rootMessage(cause), cause);
  }

  /** What neither the JDK nor a library of ours tells may be a passing fault of the store. */
  private static FailureCause causeOf(Throwable failure) {
    return FailureCause.find(failure, Failures::ofLibraries).getOrElse(FailureCause.STORE_FAULT);
  }

  /** Spark tells what broke in a task as text, the exception's name in it. */
  private static Option<FailureCause> ofLibraries(Throwable failure) {
    if (failure instanceof DeltaConcurrentModificationException) {
      return Option.some(FailureCause.OTHER_WRITER);
    }
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof ChecksumException
        || failure instanceof ParquetRuntimeException
        || isMadeByDecoder(failure)
        || text.contains("is not a Parquet file")
        || text.contains("ChecksumException")) {
      return Option.some(FailureCause.DAMAGED);
    }
    return FailureCause.toldBy(text)
        .orElse(() -> Option.when(text.contains("FileNotFoundException"), FailureCause.MISSING))
        .orElse(() -> Option.when(text.contains("DELTA_"), FailureCause.DAMAGED));
  }

  /** A general exception that a decoder has made itself, and not the file system under it. */
  private static boolean isMadeByDecoder(Throwable failure) {
    return List.of(failure.getStackTrace())
        .headOption()
        .exists(maker -> DECODERS.exists(maker.getClassName()::startsWith));
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? "" : root.getMessage();
    List<String> lines = List.ofAll(text.lines().map(String::strip).filter(l -> !l.isEmpty()));
    String first = lines.headOption().getOrElse(root.getClass().getSimpleName());
    // Spark announces a reason, and gives it in the line after
    return lines.size() > 1 && first.endsWith(":") ? first + " " + lines.get(1) : first;
  }
}
