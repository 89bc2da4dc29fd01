package io.orderlake.adapters.objectstore.client;

import java.io.IOException;

/** A put of which its answer, or none, does not tell whose object is there now. */
public final class UndecidedPut extends IOException {
  private static final long serialVersionUID = 1;

  private final IOException answer;

  /**
   * An answer that decides nothing.
   *
   * @param answer what is thrown when nobody finds out
   */
  public UndecidedPut(IOException answer) {
    super(answer);
    this.answer = answer;
  }

  IOException answer() {
    return answer;
  }
}
