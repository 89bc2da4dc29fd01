package io.orderlake.adapters.duckdb;

/** A question that cannot be answered; the message says why, for whoever asked. */
public final class SqlRefused extends Exception {
  private static final long serialVersionUID = 1;

  SqlRefused(String message) {
    super(message);
  }
}
