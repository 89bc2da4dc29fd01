package io.orderlake.domain.run;

import java.util.Locale;

/**
 * The jobs that a trigger can ask for. This is the only place that names them; {@code
 * contracts/trigger-protocol/jobs.json} says the same to requesters and is checked against it.
 */
public enum JobName {
  SILVER("reads what is new in Bronze into Silver and the quarantine"),
  GOLD("folds what is new in Silver into every declared Gold table"),
  COMPACT("joins small files"),
  VACUUM("removes the files that no lake version within the retention needs"),
  AUDIT("replays Bronze and compares every table with what that gives"),
  REBUILD("makes the projections anew from Bronze"),
  REDRIVE("judges what is quarantined again and releases what is accepted now");

  private final String task;

  JobName(String task) {
    this.task = task;
  }

  /** The word that requests and results use, e.g. {@code silver}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the job does, as part of a sentence that begins with its name. */
  public String task() {
    return task;
  }

  @Override
  public String toString() {
    return word();
  }
}
