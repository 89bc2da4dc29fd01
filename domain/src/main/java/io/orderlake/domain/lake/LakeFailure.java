package io.orderlake.domain.lake;

import io.orderlake.domain.failure.Classified;
import io.orderlake.domain.failure.FailureCause;

/**
 * A table, or the store under it, could not do what was asked. The message says what was attempted,
 * where, and what to do. Why it failed is one of the closed list of causes, and whether the same
 * call may succeed later follows from that alone: nobody who makes one chooses.
 */
public final class LakeFailure extends Classified {
  private static final long serialVersionUID = 2;

  private LakeFailure(FailureCause why, String message, Throwable cause) {
    super(why, message, cause);
  }

  /** Why is told by what was thrown, as {@link FailureCause#of} tells it. */
  public static LakeFailure of(String message, Throwable cause) {
    return because(FailureCause.of(cause), message, cause);
  }

  /** Something was thrown, and why is told by what a library's exception means. */
  public static LakeFailure because(FailureCause why, String message, Throwable cause) {
    return new LakeFailure(why, message, cause);
  }

  /** Nothing was thrown: what was found is enough. */
  public static LakeFailure because(FailureCause why, String message) {
    return because(why, message, new IllegalStateException(message));
  }

  /** What is stored is damaged, or contradicts itself: a person has to look. */
  public static LakeFailure lasting(String message) {
    return because(FailureCause.DAMAGED, message);
  }

  /** The store did not answer, say, or somebody committed first: the same call may succeed. */
  public boolean retryable() {
    return failureCause().isPassing();
  }
}
