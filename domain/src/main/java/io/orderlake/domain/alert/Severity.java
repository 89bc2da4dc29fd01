package io.orderlake.domain.alert;

/** How urgent a trouble is, the least first. */
public enum Severity {
  /** Somebody should look in working hours. */
  TICKET,
  /** Somebody should look now. */
  PAGE
}
