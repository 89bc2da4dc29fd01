package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.domain.failure.FailureCause;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.zip.ZipException;

/**
 * What a machine may lack, known by the exception that a library throws then; the sentence names
 * the cause and the cure.
 *
 * @param sentence for the user
 * @param exit the exit code that it means
 */
record MachineTrouble(String sentence, ExitCode exit) {

  /** What the machine lacks, if that is why; looks at the causes, the innermost first. */
  static Option<MachineTrouble> within(Throwable failure) {
    return causes(failure).reverse().flatMap(MachineTrouble::of).headOption();
  }

  /** The failure and its causes, the innermost last. */
  static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = List.empty();
    for (Throwable t = failure; t != null && !causes.contains(t); t = t.getCause()) {
      causes = causes.prepend(t);
    }
    return causes.reverse();
  }

  private static Option<MachineTrouble> of(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    if (cause instanceof OutOfMemoryError) {
      return text.contains("native thread")
          ? unavailable(
              "this user may start no more threads here; raise the limit (`ulimit -u`, or the"
                  + " container's limit of processes)")
          : unavailable(
              "the memory does not suffice (" + text + "); set ORDERLAKE_HEAP to more, e.g. 4g");
    }
    if (text.startsWith("System memory ") && text.contains("must be at least")) {
      return Option.some(
          new MachineTrouble(
              "the heap is too small for Spark, which needs 512m or more; set ORDERLAKE_HEAP, e.g."
                  + " to 2g",
              ExitCode.CONFIG));
    }
    if (FailureCause.toldBy(text).contains(FailureCause.TOO_MANY_FILES)) {
      return unavailable(
          "this process may open no more files; raise the limit of open files, e.g. with `ulimit -n"
              + " 4096`, and start again");
    }
    if (cause instanceof UnsatisfiedLinkError) {
      return unavailable(
          "a library cannot be loaded from the directory for temporary files, "
              + System.getProperty("java.io.tmpdir")
              + ", perhaps because programs may not run there (noexec): set ORDERLAKE_TMP to"
              + " another directory ("
              + firstLine(text)
              + ")");
    }
    if (cause instanceof UnknownHostException) {
      return unavailable(
          "no network knows the host "
              + firstLine(text)
              + "; correct the address where it is configured or, if it is this machine's own name,"
              + " add it to /etc/hosts");
    }
    if (cause instanceof InvalidPathException) {
      return Option.some(
          new MachineTrouble(
              firstLine(text)
                  + ": the character set of this process is "
                  + System.getProperty("sun.jnu.encoding")
                  + "; start it with LC_ALL=C.UTF-8, or name the file otherwise",
              ExitCode.USAGE));
    }
    if (cause instanceof ZipException || isIncomplete(cause)) {
      return unavailable(
          "the program is damaged or was built while it ran ("
              + cause.getClass().getSimpleName()
              + ": "
              + firstLine(text)
              + "); start again, and if that does not help remove the directories target/program"
              + " so that it is built anew");
    }
    return Option.none();
  }

  /**
   * A class file that is missing or of another build; one that failed to start has another cause.
   */
  private static boolean isIncomplete(Throwable cause) {
    return cause instanceof LinkageError
        && !(cause instanceof ExceptionInInitializerError)
        && !String.valueOf(cause.getMessage()).startsWith("Could not initialize class");
  }

  private static Option<MachineTrouble> unavailable(String sentence) {
    return Option.some(new MachineTrouble(sentence, ExitCode.UNAVAILABLE));
  }

  static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
