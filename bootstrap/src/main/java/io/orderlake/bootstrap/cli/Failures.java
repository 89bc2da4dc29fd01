package io.orderlake.bootstrap.cli;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.role.LogFile;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what broke and where to read more, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {
  private final Screen screen;

  Failures(Screen screen) {
    this.screen = screen;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    LoggerFactory.getLogger(Failures.class)
        .error("{} failed", commandLine.getCommandName(), failure);
    return tell(failure).code();
  }

  /**
   * The exit code for what broke outside of any role's own handling, an error of Java's own, say.
   */
  int handle(Throwable failure) {
    if (LogFile.isInUse()) {
      LoggerFactory.getLogger(Failures.class).error("the program failed", failure);
    }
    return tell(failure).code();
  }

  /** What breaks on a thread that nobody waits for goes to the log, not to the screen. */
  static void logStrayThreads() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (LogFile.isInUse()) {
            LoggerFactory.getLogger(Failures.class)
                .error("thread {} ended by a failure", thread.getName(), failure);
          }
        });
  }

  /** Tells the failure; the exit code that it means. */
  ExitCode tell(Throwable failure) {
    Throwable known = known(failure);
    Option<MachineTrouble> trouble =
        isKnown(known) ? Option.none() : MachineTrouble.within(failure);
    FailureCause cause = FailureCause.of(failure);
    screen.complain(
        cause == FailureCause.DISK_FULL
            ? "the disk is full: make room, then start again (" + message(known) + ")"
            : trouble.map(MachineTrouble::sentence).getOrElse(() -> message(known)));
    if (LogFile.isInUse()) {
      screen.note("The log is in " + LogFile.inUse());
    }
    return isUnavailable(known)
        ? ExitCode.UNAVAILABLE
        : trouble.map(MachineTrouble::exit).getOrElse(() -> ExitCode.of(cause.verdict()));
  }

  private static boolean isKnown(Throwable failure) {
    return failure instanceof LakeFailure || isUnavailable(failure);
  }

  private static boolean isUnavailable(Throwable failure) {
    return failure instanceof Unavailable || failure instanceof KafkaFailure;
  }

  /** The failure of ours within; else the innermost, which says what broke and not who asked. */
  private static Throwable known(Throwable failure) {
    List<Throwable> causes = MachineTrouble.causes(failure);
    return causes.find(Failures::isKnown).getOrElse(causes::last);
  }

  /** One line: libraries write pages. */
  private static String message(Throwable failure) {
    String text = failure.getMessage();
    if (isKnown(failure)) {
      return text + MachineTrouble.within(failure).fold(() -> "", t -> "; " + t.sentence());
    }
    String first = text == null ? "" : MachineTrouble.firstLine(text);
    return failure.getClass().getSimpleName() + (first.isEmpty() ? "" : ": " + first);
  }
}
