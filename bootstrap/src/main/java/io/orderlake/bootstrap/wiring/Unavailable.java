package io.orderlake.bootstrap.wiring;

/** Something that was asked for needs is not there; the message says what and how to get it. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unavailable(String message) {
    super(message);
  }
}
