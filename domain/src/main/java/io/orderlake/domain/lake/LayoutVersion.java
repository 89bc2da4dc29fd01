package io.orderlake.domain.lake;

import io.orderlake.domain.failure.FailureCause;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a table has, as a number that each change of them raises. Layouts only grow: a
 * newer program reads every older one, and an older program can neither read what a newer one holds
 * nor write without losing it.
 *
 * @param number from 1
 */
public record LayoutVersion(int number) {
  /** The table's property that holds it. */
  public static final String PROPERTY = "orderlake.layout";

  /** That of a table without the property. */
  public static final LayoutVersion FIRST = new LayoutVersion(1);

  /**
   * The one of a stored table.
   *
   * @param property the value of {@link #PROPERTY}; null when the table has none
   * @param where the table's path, for the message
   * @throws LakeFailure when it is no version
   */
  public static LayoutVersion stored(@Nullable String property, String where) {
    if (property == null) {
      return FIRST;
    }
    if (!property.matches("[1-9][0-9]{0,8}")) {
      throw LakeFailure.lasting(
          "table %s has the property %s = '%s', which is no version; set it to the one that it had before"
              .formatted(where, PROPERTY, property));
    }
    return new LayoutVersion(Integer.parseInt(property));
  }

  /**
   * Refuses a table of a newer layout.
   *
   * @param known the newest that the program reads
   * @param where the table's path, for the message
   * @throws LakeFailure when this one is newer
   */
  public void requireAtMost(LayoutVersion known, String where) {
    if (number > known.number) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "table %s has layout %s, and this Orderlake knows it up to layout %s: a newer Orderlake has written it. Nothing was read or written. Use the newer Orderlake; a table cannot go back to an older layout."
              .formatted(where, number, known.number));
    }
  }
}
