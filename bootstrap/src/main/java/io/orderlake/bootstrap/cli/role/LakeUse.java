package io.orderlake.bootstrap.cli.role;

/** How a role stands to the lake in its directory. */
public enum LakeUse {
  /** It needs one that is there, and makes none. */
  NEEDS,
  /** It goes on with the one that is there, or makes one. */
  MAKES,
  /** It goes by the one that is there, does without one, and makes none. */
  KNOWS,
  /** It has a lake of its own, which it makes anew. */
  OWNS
}
