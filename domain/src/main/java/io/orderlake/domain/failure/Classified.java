package io.orderlake.domain.failure;

/** A failure whose cause has been told already; whoever wraps it changes nothing about that. */
public interface Classified {
  /** Why, for good. */
  FailureCause failureCause();
}
