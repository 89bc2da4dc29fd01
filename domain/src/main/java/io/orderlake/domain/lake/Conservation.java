package io.orderlake.domain.lake;

import io.vavr.control.Either;

/**
 * The law every run and the whole lake obey: each record read is exactly one of refined,
 * quarantined or duplicate of another.
 *
 * @param read records read from Bronze, counted by Bronze's own log and not by the refining
 * @param refined records that became a Silver row
 * @param quarantined records that went to the quarantine
 * @param duplicates records whose event id and content Silver holds already
 */
public record Conservation(long read, long refined, long quarantined, long duplicates) {
  public static final Conservation ZERO = new Conservation(0, 0, 0, 0);

  public Conservation plus(Conservation other) {
    return new Conservation(
        Math.addExact(read, other.read),
        Math.addExact(refined, other.refined),
        Math.addExact(quarantined, other.quarantined),
        Math.addExact(duplicates, other.duplicates));
  }

  public boolean holds() {
    return read == refined + quarantined + duplicates;
  }

  /** Itself when the law holds, else the sentence that says how it is broken. */
  public Either<String, Conservation> check() {
    return holds()
        ? Either.right(this)
        : Either.left(
            "read "
                + read
                + " records but accounted for "
                + (refined + quarantined + duplicates)
                + " (refined "
                + refined
                + " + quarantined "
                + quarantined
                + " + duplicates "
                + duplicates
                + ")");
  }
}
