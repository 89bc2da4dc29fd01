package io.orderlake.adapters.spark.delta;

import io.orderlake.domain.lake.FullDisk;
import io.orderlake.domain.lake.LakeFailure;
import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.io.NotSerializableException;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/** Turns what Spark, Delta and Hadoop throw into the lake's own failure. */
public final class Failures {
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
      throw LakeFailure.passing(attempt + ": interrupted", e);
    } catch (Exception e) {
      if (e instanceof RuntimeException defect && isDefect(e)) {
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
    String message = attempt + ": " + rootMessage(cause);
    return isDamage(cause)
        ? LakeFailure.lasting(message, cause)
        : LakeFailure.passing(message, cause);
  }

  private static boolean isDefect(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof NullPointerException
          || t instanceof ClassCastException
          || t instanceof ArithmeticException
          || t instanceof NotSerializableException
          || t instanceof AssertionError) {
        return true;
      }
    }
    return false;
  }

  /** Missing and damaged files stay so; everything else may be a passing fault of the store. */
  private static boolean isDamage(Throwable cause) {
    if (FullDisk.isCauseOf(cause)) {
      return false;
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      String text = String.valueOf(t.getMessage());
      if (t instanceof ChecksumException
          || t instanceof FileNotFoundException
          || t instanceof ParquetDecodingException
          || text.contains("is not a Parquet file")
          || text.contains("DELTA_")
          || text.contains("FileNotFoundException")
          || text.contains("ChecksumException")) {
        return !(t instanceof DeltaConcurrentModificationException)
            && !(t instanceof InterruptedIOException);
      }
    }
    return false;
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
