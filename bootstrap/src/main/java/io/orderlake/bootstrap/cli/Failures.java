package io.orderlake.bootstrap.cli;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.lake.LakeFailure;
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

  /** Tells the failure; the exit code that it means. */
  ExitCode tell(Throwable failure) {
    Throwable known = known(failure);
    screen.complain(message(known));
    screen.note("The log is in " + LogFile.inUse());
    if (known instanceof LakeFailure lake) {
      return lake.retryable() ? ExitCode.AGAIN : ExitCode.STORE;
    }
    return isUnavailable(known) ? ExitCode.UNAVAILABLE : ExitCode.INTERNAL;
  }

  private static boolean isUnavailable(Throwable failure) {
    return failure instanceof Unavailable || failure instanceof KafkaFailure;
  }

  /** The failure of ours within; else the failure itself. */
  private static Throwable known(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof LakeFailure || isUnavailable(t)) {
        return t;
      }
    }
    return failure;
  }

  private static String message(Throwable failure) {
    String text = failure.getMessage();
    if (failure instanceof LakeFailure || isUnavailable(failure)) {
      return String.valueOf(text);
    }
    return failure.getClass().getSimpleName() + (text == null ? "" : ": " + text);
  }
}
