package io.orderlake.domain.source;

import io.orderlake.domain.order.ContentHash;
import java.util.HashMap;
import java.util.Map;

/** Counts a record's lines that say the same, so that each is an event of its own. */
final class Occurrences implements LineCount {
  private final Map<ContentHash, Integer> counts = new HashMap<>();

  @Override
  public int next(ContentHash content) {
    return counts.merge(content, 1, Integer::sum);
  }
}
