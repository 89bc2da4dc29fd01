package io.orderlake.bootstrap.cli.process;

import io.orderlake.domain.failure.Verdict;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.List;

/** The program's exit codes, after sysexits.h; a failed run ends with its failure's own code. */
public enum ExitCode {
  OK(0, "done"),
  WARN(1, "of `check` alone: somebody should look in working hours"),
  BAD(2, "of `check` alone: somebody should look now"),
  USAGE(64, "the command line or a request is wrong; correct it"),
  DATA(65, "the input is wrong, or a rule of severity FAIL was broken"),
  UNAVAILABLE(69, "something needed does not answer or is missing; the message says what"),
  INTERNAL(70, "a defect, or a run whose numbers do not add up; nothing was published"),
  STORE(74, "something stored is damaged or cannot be written; the message names it"),
  AGAIN(75, "not done yet; asking again, with the same run id if there is one, is safe"),
  CONFIG(78, "the configuration is wrong; every problem is listed"),
  STOPPED(130, "stopped by Ctrl-C or SIGTERM before it was done");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** That of a command which a failure of that verdict ends: the same as that of a run. */
  public static ExitCode of(Verdict verdict) {
    int code = RunFailure.Category.of(verdict).exitCode();
    return List.of(values()).find(exit -> exit.code == code).get();
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
