package io.orderlake.domain.alert;

import java.util.Locale;

/** What of a lake a trouble is of; who runs one part of it may look at that alone. */
public enum Part {
  GOLD,
  RUNNER,
  INGEST,
  RUNS,
  AUDIT,
  QUARANTINE,
  REQUESTS,
  DISK,
  SERVE,
  METRICS;

  /** As people and programs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word, since that is how it is chosen. */
  @Override
  public String toString() {
    return word();
  }
}
