package io.orderlake.domain.alert;

/** Somebody who is told of troubles unasked. */
public interface TroubleReceiver {
  /**
   * Tells the beginning of a trouble, or its end when it has one. May take a while. What was taken
   * may be told again after a crash; it is the same trouble by its alert, labels and beginning.
   *
   * @return false when it was not taken, and is worth trying again; throws nothing
   */
  boolean tell(Trouble trouble);
}
