package io.orderlake.domain.gold;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a Gold cell.
 *
 * @param partition the value of the partition column, e.g. {@code 2026-11-22} or {@code 2026-11}
 * @param texts the values of the text columns in their order, e.g. the city
 * @param time the value of the time column: an {@link Instant} or a {@link LocalDate}, as the
 *     projection's {@link GoldProjection#time()} says
 */
public record GoldKey(String partition, List<String> texts, Comparable<?> time)
    implements Comparable<GoldKey>, Serializable {
  /** 2^32 divided by the golden ratio, odd. */
  private static final int SPREAD = 0x9E37_79B1;

  /** The time column of a projection whose cells are cut by instant. */
  public Instant instant() {
    return (Instant) time;
  }

  /** The time column of a projection whose cells are cut by date. */
  public LocalDate date() {
    return (LocalDate) time;
  }

  /** By partition, then texts, then time. */
  @Override
  public int compareTo(GoldKey other) {
    int byPartition = partition.compareTo(other.partition);
    int byTexts = byPartition != 0 ? byPartition : compareTexts(other);
    return byTexts != 0 ? byTexts : compareTime(other);
  }

  /** By the first text that differs. */
  public int compareTexts(GoldKey other) {
    for (int i = 0; i < texts.size(); i++) {
      int byText = texts.get(i).compareTo(other.texts.get(i));
      if (byText != 0) {
        return byText;
      }
    }
    return 0;
  }

  /** The earlier is less. */
  public int compareTime(GoldKey other) {
    return time instanceof Instant
        ? instant().compareTo(other.instant())
        : date().compareTo(other.date());
  }

  /** The texts in a line. */
  public String title() {
    return String.join(", ", texts);
  }

  /** Asked for every sale and table: the texts are walked without an iterator. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof GoldKey key
            && time.equals(key.time)
            && partition.equals(key.partition)
            && hasTexts(key.texts));
  }

  private boolean hasTexts(List<String> others) {
    if (texts.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals(others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Mixed at each step: times and texts that are numbered would meet in few places otherwise. */
  @Override
  public int hashCode() {
    int hash = (partition.hashCode() * SPREAD + time.hashCode()) * SPREAD;
    for (int i = 0; i < texts.size(); i++) {
      hash = (Integer.rotateLeft(hash, 15) + texts.get(i).hashCode()) * SPREAD;
    }
    return hash;
  }
}
