package io.orderlake.adapters.objectstore.client;

import java.io.IOException;

/** A store's answer to a request that its client has repeated as often as there is sense in it. */
public final class StoreAnswer extends IOException {
  private static final long serialVersionUID = 1;

  /** An answer, for people. */
  public StoreAnswer(String said) {
    super(said);
  }
}
