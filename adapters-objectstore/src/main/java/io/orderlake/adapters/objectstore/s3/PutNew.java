package io.orderlake.adapters.objectstore.s3;

import com.amazonaws.AbortedException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkBaseException;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hadoop.fs.s3a.S3AUtils;

/**
 * A put that is refused when the key is taken, told from its answers. A refusal may be the answer
 * to a repetition of one's own put whose first answer got lost, and no answer says nothing: then it
 * is decided by whose object is there, which its metadata tell. "409 Conflict" is what some stores
 * answer while another put of that key is under way.
 */
final class PutNew {
  /** The metadata that name a put. */
  static final String ID = "orderlake-put-id";

  private static final int ATTEMPTS = 8;

  /** Asks the store; throws what its client does. */
  interface Attempt {
    /** Puts the object on condition that there is none. */
    void put();

    /** The id of the object that is there; none when there is none. */
    Option<String> idOfTheOneThere();
  }

  private final Attempt attempt;
  private final String what;
  private final String id;

  PutNew(Attempt attempt, String what, String id) {
    this.attempt = attempt;
    this.what = what;
    this.id = id;
  }

  /**
   * Puts it, or finds out that it was put.
   *
   * @return false when another's object is there
   */
  boolean decide() throws IOException {
    for (int made = 1; ; made++) {
      try {
        try {
          attempt.put();
          return true;
        } catch (SdkBaseException e) {
          if (!isUndecided(e)) {
            throw e;
          }
          Option<String> there = attempt.idOfTheOneThere();
          if (there.isDefined()) {
            return there.get().equals(id);
          }
          if (made == ATTEMPTS) {
            throw e;
          }
        }
      } catch (SdkBaseException e) {
        throw S3AUtils.translateException("put", what, e);
      }
      pause(made);
    }
  }

  /** Whether an object may be there now, this one or another's. */
  private static boolean isUndecided(SdkBaseException e) {
    if (e instanceof AmazonServiceException answer) {
      int status = answer.getStatusCode();
      return status == 412 || status == 409 || (status >= 500 && status != 501);
    }
    return !(e instanceof AbortedException);
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
