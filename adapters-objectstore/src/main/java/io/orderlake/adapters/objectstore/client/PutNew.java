package io.orderlake.adapters.objectstore.client;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.UUID;

/**
 * A put that is refused when the key is taken, told from its answers. A refusal may be the answer
 * to a repetition of one's own put whose first answer got lost, and no answer says nothing: then it
 * is decided by whose object is there, which its metadata tell.
 */
public final class PutNew {
  /** The metadata that name a put. */
  public static final String ID = "orderlake-put-id";

  private static final int ATTEMPTS = 8;

  private PutNew() {}

  /** Puts the object on condition that there is none. */
  public interface Put {
    /**
     * Asks the store once.
     *
     * @param id for the metadata of this put's object
     * @throws UndecidedPut when an object may be there now, this one or another's
     */
    void withId(String id) throws IOException;
  }

  /** Tells the id of the object that is there; none when there is none. */
  public interface Look {
    Option<String> idOfTheOneThere() throws IOException;
  }

  /**
   * Puts it, or finds out that it was put.
   *
   * @param what is put, for people
   * @return false when another's object is there
   */
  public static boolean decide(String what, Put put, Look look) throws IOException {
    String id = UUID.randomUUID().toString();
    for (int made = 1; ; made++) {
      try {
        put.withId(id);
        return true;
      } catch (UndecidedPut e) {
        Option<String> there = look.idOfTheOneThere();
        if (there.isDefined()) {
          return there.get().equals(id);
        }
        if (made == ATTEMPTS) {
          throw e.answer();
        }
      }
      pause(what, made);
    }
  }

  private static void pause(String what, int made) throws IOException {
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
