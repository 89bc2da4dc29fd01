package io.orderlake.bootstrap.cli;

/** Something the role needs is not there; the message says what and how to get it. */
final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unavailable(String message) {
    super(message);
  }
}
