package io.orderlake.application.lake;

import io.orderlake.domain.lake.KeptProperties;

/**
 * A lake whose properties are known.
 *
 * @param properties what it is
 * @param how how that is known
 */
public record KnownLake(KeptProperties properties, How how) {
  /** How a lake's properties are known. */
  public enum How {
    /** They were written down at its birth or since. */
    WRITTEN,
    /** It was born in this moment. */
    BORN,
    /** It was written before properties were, and has taken them on in this moment. */
    TAKEN_ON,
    /** As before, and its Gold holds cells of more than one zone. */
    TAKEN_ON_MIXED,
    /** It was written before properties were, and nobody has written them down yet. */
    INFERRED
  }
}
