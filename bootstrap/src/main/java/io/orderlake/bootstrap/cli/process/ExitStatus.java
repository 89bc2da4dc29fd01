package io.orderlake.bootstrap.cli.process;

import io.orderlake.domain.run.RunFailure;

/**
 * How a role ended.
 *
 * @param code the process's exit code
 */
public record ExitStatus(int code) {
  public static final ExitStatus OK = of(ExitCode.OK);

  public static ExitStatus of(ExitCode code) {
    return new ExitStatus(code.code());
  }

  /** As the run ended that failed so. */
  public static ExitStatus of(RunFailure failure) {
    return new ExitStatus(failure.exitCode());
  }
}
