package io.orderlake.bootstrap.cli;

import io.orderlake.domain.run.RunFailure;

/**
 * How a role ended.
 *
 * @param code the process's exit code
 */
record ExitStatus(int code) {
  static final ExitStatus OK = of(ExitCode.OK);

  static ExitStatus of(ExitCode code) {
    return new ExitStatus(code.code());
  }

  static ExitStatus of(RunFailure failure) {
    return new ExitStatus(failure.exitCode());
  }
}
