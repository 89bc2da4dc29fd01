package io.orderlake.application.explain;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import java.util.HashMap;
import java.util.Map;

/**
 * Which lake version was the first that had read a record. Looks at a few versions however many
 * there are, and at each once. Used by one thread, for one explanation.
 */
final class ReadHistory {
  private final LakeVersions versions;
  private final BronzeView bronze;
  private final LakeVersion asked;
  private final Map<Long, Long> lastSequences = new HashMap<>();

  /**
   * @param asked the last version to look at
   */
  ReadHistory(LakeVersions versions, BronzeView bronze, LakeVersion asked) {
    this.versions = versions;
    this.bronze = bronze;
    this.asked = asked;
  }

  /** True when the asked version accounts for what the commit of that sequence stored. */
  boolean holds(long ingestSequence) {
    return hasRead(asked, ingestSequence);
  }

  /** The first version that does; call it only when the asked one does. */
  FirstRead first(long ingestSequence) {
    long oldest = Math.min(versions.oldestKept(), asked.number());
    long low = oldest;
    long high = asked.number();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (hasRead(versions.version(middle).get(), ingestSequence)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    LakeVersion first = low == asked.number() ? asked : versions.version(low).get();
    return new FirstRead(first, low == oldest && oldest > 1);
  }

  private boolean hasRead(LakeVersion lake, long ingestSequence) {
    return lake.table(TableId.BRONZE_ORDERS)
        .exists(state -> lastSequence(state.version()) >= ingestSequence);
  }

  private long lastSequence(long bronzeVersion) {
    return lastSequences.computeIfAbsent(
        bronzeVersion,
        v -> bronze.at(v).map(BronzeState::lastSequence).getOrElse(TableState.NOTHING_READ));
  }
}
