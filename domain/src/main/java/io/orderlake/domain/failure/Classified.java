package io.orderlake.domain.failure;

import org.jspecify.annotations.Nullable;

/** A failure whose cause has been told already; whoever wraps it changes nothing about that. */
public abstract class Classified extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FailureCause failureCause;

  /**
   * Known for good.
   *
   * @param why which of the causes it is
   * @param thrown what was thrown, if anything was
   */
  protected Classified(FailureCause why, String message, @Nullable Throwable thrown) {
    super(message, thrown);
    this.failureCause = why;
  }

  /** Why. */
  public final FailureCause failureCause() {
    return failureCause;
  }

  /** Never null. */
  @Override
  public final String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
