package io.orderlake.domain.lake;

/**
 * What removing unneeded files came to. A monoid.
 *
 * @param files data files
 * @param bytes their size
 * @param logFiles commits, checkpoints and what accompanies them
 */
public record Vacuumed(long files, long bytes, long logFiles) {
  public static final Vacuumed NOTHING = new Vacuumed(0, 0, 0);

  public Vacuumed plus(Vacuumed other) {
    return new Vacuumed(files + other.files, bytes + other.bytes, logFiles + other.logFiles);
  }
}
