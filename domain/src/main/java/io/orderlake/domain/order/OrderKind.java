package io.orderlake.domain.order;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event does; the words of its field {@code kind}. */
public enum OrderKind {
  /** Something is sold; meant where an event does not say. */
  SALE("sale", 4),
  /** Something that was sold is taken back: revenue and units are lowered by it. */
  REFUND("refund", 4),
  /**
   * An event does not count: the one whose id this one has. It names no other field, and what it
   * has in others means nothing.
   */
  CANCELLATION("cancellation", 5);

  private final String word;
  private final int sinceVersion;

  OrderKind(String word, int sinceVersion) {
    this.word = word;
    this.sinceVersion = sinceVersion;
  }

  /** The words that a version of the event has, in their order. */
  public static List<String> words(int version) {
    return Arrays.stream(values())
        .filter(kind -> kind.sinceVersion <= version)
        .map(kind -> kind.word)
        .toList();
  }

  /** The newest version of the event that adds any. */
  static int newestVersion() {
    return Arrays.stream(values()).mapToInt(kind -> kind.sinceVersion).max().orElseThrow();
  }

  public String word() {
    return word;
  }

  /** The event's first version that has the word. */
  public int sinceVersion() {
    return sinceVersion;
  }

  /** True for a text that says refund; what says nothing, or something unknown, is none. */
  public static boolean isRefund(@Nullable String kind) {
    return REFUND.word.equals(kind);
  }

  /**
   * Whether an event of that version cancels another.
   *
   * @param kind what it says, in whatever version
   */
  public static boolean isCancellation(@Nullable String kind, int version) {
    return CANCELLATION.word.equals(kind) && version >= CANCELLATION.sinceVersion;
  }
}
