package io.orderlake.domain.order;

/** What breaking a rule leads to. */
public enum Severity {
  /** The record passes and the warning is counted. */
  WARN,
  /** The record goes to the quarantine. */
  QUARANTINE,
  /** The run stops with nothing published. */
  FAIL
}
