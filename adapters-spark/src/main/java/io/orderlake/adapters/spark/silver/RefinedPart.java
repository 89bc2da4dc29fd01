package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.TreeMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one task of a refining wrote and counted.
 *
 * @param silver closed files of Silver
 * @param quarantine closed files of the quarantine
 * @param tally the counts
 */
public record RefinedPart(List<DataFile> silver, List<DataFile> quarantine, Tally tally)
    implements Serializable {

  /** Counts of one task. */
  public static final class Tally implements Serializable {
    private static final long serialVersionUID = 1;

    private long furtherLines;
    private long refined;
    private long quarantined;
    private long duplicates;
    private final HashMap<String, Long> reasons = new HashMap<>();
    private final HashMap<String, Long> warnings = new HashMap<>();
    private final ArrayList<String> halts = new ArrayList<>();

    void furtherLines(int lines) {
      furtherLines += lines;
    }

    void refined(List<String> warningCodes) {
      refined++;
      warningCodes.forEach(code -> warnings.merge(code, 1L, Long::sum));
    }

    void duplicate() {
      duplicates++;
    }

    void quarantined(BronzeOrder place, Verdict.Rejected rejected) {
      quarantined++;
      Set<String> codes = new HashSet<>();
      for (QuarantineReason reason : rejected.reasons()) {
        codes.add(reason.code());
        if (rejected.halts() && halts.size() < RefinementCounts.HALTS_KEPT) {
          halts.add(place.position() + ": " + reason.sentence());
        }
      }
      codes.forEach(code -> reasons.merge(code, 1L, Long::sum));
    }

    /** As the domain's counts; what was read is counted elsewhere. */
    public RefinementCounts counts() {
      return new RefinementCounts(
          new Conservation(0, furtherLines, refined, quarantined, duplicates),
          TreeMap.ofAll((Map<String, Long>) reasons),
          TreeMap.ofAll((Map<String, Long>) warnings),
          io.vavr.collection.List.ofAll(halts));
    }
  }
}
