package io.orderlake.domain.gold;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a Gold cell.
 *
 * @param partition the value of the partition column, e.g. {@code 2026-11-22} or {@code 2026-11}
 * @param text the value of the text column, e.g. the city
 * @param time the value of the time column: an {@link Instant} or a {@link LocalDate}, as the
 *     projection's {@link GoldProjection#time()} says
 */
public record GoldKey(String partition, String text, Comparable<?> time)
    implements Comparable<GoldKey>, Serializable {

  public static GoldKey at(String partition, String text, Instant time) {
    return new GoldKey(partition, text, time);
  }

  public static GoldKey on(String partition, String text, LocalDate day) {
    return new GoldKey(partition, text, day);
  }

  /** The time column of a projection whose cells are cut by instant. */
  public Instant instant() {
    return (Instant) time;
  }

  /** The time column of a projection whose cells are cut by date. */
  public LocalDate date() {
    return (LocalDate) time;
  }

  /** By partition, then text, then time. */
  @Override
  public int compareTo(GoldKey other) {
    int byPartition = partition.compareTo(other.partition);
    int byText = byPartition != 0 ? byPartition : text.compareTo(other.text);
    if (byText != 0) {
      return byText;
    }
    return time instanceof Instant
        ? instant().compareTo(other.instant())
        : date().compareTo(other.date());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoldKey k
        && partition.equals(k.partition)
        && text.equals(k.text)
        && time.equals(k.time);
  }

  @Override
  public int hashCode() {
    return Objects.hash(partition, text, time);
  }
}
