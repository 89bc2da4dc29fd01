package io.orderlake.domain.failure;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * How the causes are recognised that the JDK throws: by what the operating system says, which the
 * JDK hands on in the messages of otherwise general exceptions; else by their types.
 */
final class Telltales {
  /** Texts before types: a {@code FileNotFoundException} may say that too many files are open. */
  private static final List<Tuple2<Pattern, FailureCause>> TEXTS =
      List.of(
          said(
              FailureCause.DISK_FULL,
              "No space left on device|Disk quota exceeded|not enough space on the disk"),
          said(FailureCause.TOO_MANY_FILES, "Too many open files"),
          said(FailureCause.OUT_OF_MEMORY, "Cannot allocate memory|java\\.lang\\.OutOfMemoryError"),
          said(FailureCause.REPLACED, "Stale (NFS )?file handle"),
          said(FailureCause.READ_ONLY, "Read-only file system"),
          said(FailureCause.DENIED, "Permission ('[a-zA-Z.]+' )?denied|Operation not permitted"),
          said(FailureCause.IN_THE_WAY, "Not a directory|Is a directory|Directory not empty"),
          said(FailureCause.TOO_LONG, "File name too long|File too large"),
          said(FailureCause.MISSING, "No such file or directory"),
          said(FailureCause.UNSUPPORTED, "Operation not supported|Invalid cross-device link"),
          said(
              FailureCause.BUSY,
              "Resource temporarily unavailable|Device or resource busy|No locks available"
                  + "|Text file busy|Resource deadlock avoided|being used by another process"),
          said(FailureCause.TIMED_OUT, "Connection timed out|Read timed out"),
          said(
              FailureCause.UNREACHABLE,
              "Connection refused|Connection reset|Broken pipe|No route to host"
                  + "|Network is unreachable|Host is down|endpoint is not connected"),
          said(FailureCause.CLOSED, "Stream closed|Filesystem closed"),
          said(FailureCause.STORE_FAULT, "Input/output error"));

  /**
   * By name, the most special type of an exception first: the domain itself does no input or output
   * and knows none of them.
   */
  private static final Map<String, FailureCause> TYPES =
      List.of(
              named(FailureCause.OUT_OF_MEMORY, "java.lang.OutOfMemoryError"),
              named(
                  FailureCause.TIMED_OUT,
                  "java.net.SocketTimeoutException",
                  "java.util.concurrent.TimeoutException"),
              named(
                  FailureCause.INTERRUPTED,
                  "java.lang.InterruptedException",
                  "java.io.InterruptedIOException",
                  "java.nio.channels.ClosedByInterruptException",
                  "java.nio.channels.FileLockInterruptionException"),
              named(
                  FailureCause.CLOSED,
                  "java.nio.channels.ClosedChannelException",
                  "java.nio.file.ClosedFileSystemException"),
              named(
                  FailureCause.UNREACHABLE,
                  "java.net.SocketException",
                  "java.net.UnknownHostException"),
              named(
                  FailureCause.MISSING,
                  "java.io.FileNotFoundException",
                  "java.nio.file.NoSuchFileException"),
              named(
                  FailureCause.DENIED,
                  "java.nio.file.AccessDeniedException",
                  "java.lang.SecurityException",
                  "javax.net.ssl.SSLException"),
              named(FailureCause.READ_ONLY, "java.nio.file.ReadOnlyFileSystemException"),
              named(
                  FailureCause.IN_THE_WAY,
                  "java.nio.file.NotDirectoryException",
                  "java.nio.file.DirectoryNotEmptyException",
                  "java.nio.file.FileAlreadyExistsException",
                  "java.nio.file.FileSystemLoopException"),
              named(FailureCause.UNSUPPORTED, "java.nio.file.AtomicMoveNotSupportedException"),
              named(FailureCause.CUT_SHORT, "java.io.EOFException"),
              named(
                  FailureCause.DAMAGED,
                  "java.util.zip.ZipException",
                  "java.util.zip.DataFormatException",
                  "java.nio.charset.CharacterCodingException",
                  "java.io.UTFDataFormatException",
                  "java.io.ObjectStreamException"),
              named(
                  FailureCause.DEFECT,
                  "java.io.NotSerializableException",
                  "java.lang.NullPointerException",
                  "java.lang.ClassCastException",
                  "java.lang.ArithmeticException",
                  "java.lang.AssertionError",
                  "java.lang.StackOverflowError"))
          .flatMap(types -> types)
          .toMap(type -> type);

  private Telltales() {}

  /** The cause that this one tells, without regard to its own causes. */
  static Option<FailureCause> of(Throwable failure) {
    return in(String.valueOf(failure.getMessage())).orElse(() -> ofType(failure.getClass()));
  }

  static Option<FailureCause> in(String message) {
    return TEXTS.find(text -> text._1.matcher(message).find()).map(Tuple2::_2);
  }

  private static Option<FailureCause> ofType(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return TYPES.get(type.getName()).orElse(() -> parent == null ? Option.none() : ofType(parent));
  }

  /** The names of the types that tell a cause. */
  static Set<String> types() {
    return TYPES.keySet();
  }

  private static List<Tuple2<String, FailureCause>> named(FailureCause cause, String... types) {
    return List.of(types).map(type -> Tuple.of(type, cause));
  }

  private static Tuple2<Pattern, FailureCause> said(FailureCause cause, String words) {
    return Tuple.of(Pattern.compile(words, Pattern.CASE_INSENSITIVE), cause);
  }
}
