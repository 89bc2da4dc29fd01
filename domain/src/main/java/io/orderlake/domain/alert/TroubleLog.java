package io.orderlake.domain.alert;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What has been told of a lake's troubles; of several who would tell them, one does. */
public interface TroubleLog {
  /**
   * A trouble that is not over, or whose end is not told.
   *
   * @param isTold its beginning was
   */
  record Entry(Trouble trouble, boolean isTold) {}

  /**
   * Becomes the one who tells.
   *
   * @return none while somebody else is
   * @throws LakeFailure when it cannot be found out, or what was told cannot be read
   */
  Option<Held> tryTake();

  /** The one who tells. */
  interface Held extends AutoCloseable {
    /** What was kept last, by whomever. */
    Seq<Entry> entries();

    /**
     * Keeps these instead, all or none; they survive a crash once it has returned.
     *
     * @throws LakeFailure when they cannot be written
     */
    void keep(Seq<Entry> entries);

    /** Lets another one tell. Idempotent. */
    @Override
    void close();
  }
}
