package io.orderlake.domain.order;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event does; the words of its field {@code kind}. */
public enum OrderKind {
  /** Something is sold; meant where an event does not say. */
  SALE("sale"),
  /** Something that was sold is taken back: revenue and units are lowered by it. */
  REFUND("refund");

  /** All words, in their order. */
  public static final List<String> WORDS = Arrays.stream(values()).map(kind -> kind.word).toList();

  private final String word;

  OrderKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** True for a text that says refund; what says nothing, or something unknown, is none. */
  public static boolean isRefund(@Nullable String kind) {
    return REFUND.word.equals(kind);
  }
}
