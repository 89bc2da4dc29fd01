package io.orderlake.domain.failure;

/** What to expect of the same call later. */
public enum Verdict {
  /** It may succeed without anybody's doing, or as soon as there is room: it is tried again. */
  PASSING,
  /** It fails alike until a person has acted: trying again is in vain. */
  LASTING,
  /** The program is wrong: a person has to report it. */
  DEFECT
}
