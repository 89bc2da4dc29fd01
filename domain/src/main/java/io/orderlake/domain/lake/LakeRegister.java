package io.orderlake.domain.lake;

import io.vavr.control.Option;

/**
 * Where a lake's properties are written down, once at its birth. Readers may be many and in other
 * processes.
 *
 * <p>Every method throws {@link LakeFailure} when what is written there is damaged or was written
 * by a newer program.
 */
public interface LakeRegister {
  /** What is written; none for a lake that is not born yet, or from before there was a register. */
  Option<KeptProperties> read();

  /**
   * Writes the properties down unless there are some, atomically and durably; of several who try at
   * once, one succeeds.
   *
   * @return what is written down now: these, or those that were there
   */
  KeptProperties enter(LakeProperties properties);

  /**
   * Writes other properties over those that are there, atomically and durably. Only whoever holds
   * the runner's leader lock may.
   */
  void change(KeptProperties properties);
}
