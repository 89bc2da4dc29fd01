package io.orderlake.application.audit;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.source.Sources;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Up to where the records of sources were decided under other rules than today's. A mapping of then
 * may have found other lines in them, and given these other event ids, so that nothing which is
 * replayed of such a record can be held against what is stored. Refining goes through Bronze in its
 * order, so that all of a source's records up to the last that was decided earlier were.
 *
 * <p>That holds of topics that are sources today, and of those that had lines when they were one.
 *
 * <p>A single record can be in that case, too: one that is held because its schema was unknown.
 *
 * <p>Safe for use by several threads.
 */
final class MappedEarlier {
  private final Sources sources;
  private final Map<String, Long> lastSequences = new ConcurrentHashMap<>();

  private final Set<SourcePosition> unread = ConcurrentHashMap.newKeySet();

  MappedEarlier(Sources sources) {
    this.sources = sources;
  }

  /** What lies there was decided under other rules. */
  void decidedEarlier(BronzeOrder place) {
    String topic = place.source().topic();
    if (sources.of(topic) != null || place.line() != BronzeOrder.WHOLE_RECORD) {
      lastSequences.merge(topic, place.ingestSequence(), Math::max);
    }
  }

  /** What lies there was held when its schema was unknown. */
  void heldFromBefore(BronzeOrder place) {
    unread.add(place.source());
  }

  /** Whether any record was. */
  boolean any() {
    return !lastSequences.isEmpty() || !unread.isEmpty();
  }

  /** Whether what lies there was; to be asked when all is known. */
  boolean holds(BronzeOrder place) {
    Long last = lastSequences.get(place.source().topic());
    return (last != null && place.ingestSequence() <= last) || unread.contains(place.source());
  }
}
