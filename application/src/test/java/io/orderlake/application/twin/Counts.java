package io.orderlake.application.twin;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.silver.RefinementCounts;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.LinkedHashSet;
import java.util.List;

/** The counts of single records. */
final class Counts {
  private Counts() {}

  static RefinementCounts of(Conservation one, List<String> reasons, List<String> warnings) {
    return new RefinementCounts(
        one, ones(reasons), ones(warnings), io.vavr.collection.List.empty());
  }

  private static SortedMap<String, Long> ones(List<String> codes) {
    SortedMap<String, Long> ones = TreeMap.empty();
    for (String code : new LinkedHashSet<>(codes)) {
      ones = ones.put(code, 1L);
    }
    return ones;
  }
}
