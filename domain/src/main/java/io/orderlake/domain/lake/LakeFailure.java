package io.orderlake.domain.lake;

/**
 * A table, or the store under it, could not do what was asked. The message says what was attempted,
 * where, and what to do. {@link #retryable()} says whether the same call may succeed later.
 */
public final class LakeFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean retryable;

  private LakeFailure(String message, Throwable cause, boolean retryable) {
    super(message, cause);
    this.retryable = retryable;
  }

  /** The store did not answer, or somebody else committed first: the same call may succeed. */
  public static LakeFailure passing(String message, Throwable cause) {
    return new LakeFailure(message, cause, true);
  }

  /** What is stored is damaged, missing or of another shape: a person has to look. */
  public static LakeFailure lasting(String message, Throwable cause) {
    return new LakeFailure(message, cause, false);
  }

  public static LakeFailure lasting(String message) {
    return new LakeFailure(message, new IllegalStateException(message), false);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public boolean retryable() {
    return retryable;
  }
}
