package io.orderlake.domain.lake;

import io.vavr.control.Either;

/**
 * The law every run and the whole lake obey: each line of each record read is exactly one of
 * refined, quarantined or duplicate of another. A record that is not taken apart, or cannot be, is
 * one line.
 *
 * @param read records read from Bronze, counted by Bronze's own log and not by the refining
 * @param furtherLines lines beside the first of each record, as the refining took them apart
 * @param refined lines that became a Silver row
 * @param quarantined lines that went to the quarantine
 * @param duplicates lines whose event id and content Silver holds already
 */
public record Conservation(
    long read, long furtherLines, long refined, long quarantined, long duplicates) {
  public static final Conservation ZERO = new Conservation(0, 0, 0, 0);

  /** Of records that are one line each. */
  public Conservation(long read, long refined, long quarantined, long duplicates) {
    this(read, 0, refined, quarantined, duplicates);
  }

  /** All lines of the records read. */
  public long lines() {
    return Math.addExact(read, furtherLines);
  }

  public Conservation plus(Conservation other) {
    return new Conservation(
        Math.addExact(read, other.read),
        Math.addExact(furtherLines, other.furtherLines),
        Math.addExact(refined, other.refined),
        Math.addExact(quarantined, other.quarantined),
        Math.addExact(duplicates, other.duplicates));
  }

  public boolean holds() {
    return lines() == refined + quarantined + duplicates;
  }

  /** Itself when the law holds, else the sentence that says how it is broken. */
  public Either<String, Conservation> check() {
    return holds()
        ? Either.right(this)
        : Either.left(
            "read "
                + read
                + " records"
                + (furtherLines == 0 ? "" : " of " + lines() + " lines")
                + " but accounted for "
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
