package io.orderlake.adapters.objectstore.client;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * A put that is refused when the key is taken, told from its answers. A refusal may be the answer
 * to a repetition of one's own put whose first answer got lost, and no answer says nothing: then it
 * is decided by whose object is there, which its metadata tell.
 */
public final class PutNew {
  /** The metadata that name a put. */
  public static final String ID = "orderlake-put-id";

  private static final int ATTEMPTS = 8;

  /** Asks the store. */
  public interface Attempt {
    /**
     * Puts the object on condition that there is none.
     *
     * @throws UndecidedPut when an object may be there now, this one or another's
     */
    void put() throws IOException;

    /** The id of the object that is there; none when there is none. */
    Option<String> idOfTheOneThere() throws IOException;
  }

  private final Attempt attempt;
  private final String what;
  private final String id;

  /**
   * A put that was not tried yet.
   *
   * @param what is put, for people
   * @param id in the metadata of this put's object, and of no other
   */
  public PutNew(Attempt attempt, String what, String id) {
    this.attempt = attempt;
    this.what = what;
    this.id = id;
  }

  /**
   * Puts it, or finds out that it was put.
   *
   * @return false when another's object is there
   */
  public boolean decide() throws IOException {
    for (int made = 1; ; made++) {
      try {
        attempt.put();
        return true;
      } catch (UndecidedPut e) {
        Option<String> there = attempt.idOfTheOneThere();
        if (there.isDefined()) {
          return there.get().equals(id);
        }
        if (made == ATTEMPTS) {
          throw e.answer();
        }
      }
      pause(made);
    }
  }

  private void pause(int made) throws IOException {
    try {
      Thread.sleep(Math.min(2_000L, 25L << made));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("put of " + what);
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
