package io.orderlake.application.feed;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.order.ContentHash;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Events found in the lake or, behind what Silver has read, in the topic. The lake is only asked
 * when it was filled from this very topic; what cannot be read leaves events unknown, and then they
 * are published again, which counts nothing twice.
 */
final class LookedUp implements KnownEvents {
  /** Most records that are held in memory. */
  private static final int MOST_HELD = 500_000;

  private final PublishedEvents where;
  private final Map<String, Set<ContentHash>> waiting = new HashMap<>();
  private final Map<String, Set<ContentHash>> quarantined = new HashMap<>();
  private @Nullable LakeVersion lake;
  private Option<String> incomplete = Option.none();
  private boolean looked;

  LookedUp(PublishedEvents where) {
    this.where = where;
  }

  @Override
  public Answer among(List<FeedEvent> events) {
    try {
      if (!looked) {
        looked = true;
        look();
      }
      return answer(events, rows(ids(events)));
    } catch (LakeFailure e) {
      return new Answer(new BitSet(), 0, Option.of(e.getMessage()));
    }
  }

  private void look() {
    SourceState source = where.source().state();
    LakeVersion latest = where.versions().latest();
    boolean fed = isFedBy(source) && !latest.isEmpty();
    SortedMap<TopicPartition, Long> from = fed ? readUpTo(latest) : TreeMap.empty();
    from = source.beginnings().merge(from, (beginning, read) -> Math.max(beginning, read));
    if (fed) {
      lake = latest;
      hold(latest);
    }
    long count = 0;
    for (var end : source.readable()) {
      count += Math.max(end._2 - from.getOrElse(end._1, 0L), 0);
    }
    if (count > MOST_HELD) {
      incomplete =
          Option.some(
              count
                  + " records of topic "
                  + where.topic()
                  + " that Silver has not read were not compared");
      return;
    }
    for (var end : source.readable()) {
      ReadRange range = new ReadRange(end._1, from.getOrElse(end._1, 0L), end._2);
      if (range.size() > 0) {
        hold(range);
      }
    }
    where.records().release();
  }

  private void hold(ReadRange range) {
    try (SourceRecords.Reading reading = where.records().open(range)) {
      for (SourceRecord next = reading.next(); next != null; next = reading.next()) {
        byte[] value = next.content().value();
        if (value != null) {
          hold(waiting, value, fingerprint(value));
        }
      }
    }
  }

  private boolean isFedBy(SourceState source) {
    Option<String> known =
        where.bronze().state().flatMap(state -> state.topicIds().get(where.topic()));
    return known.isDefined() && known.equals(source.topicId());
  }

  private SortedMap<TopicPartition, Long> readUpTo(LakeVersion version) {
    return version
        .table(TableId.SILVER_ORDERS)
        .map(TableState::position)
        .flatMap(where.bronze()::at)
        .map(BronzeState::nextOffsets)
        .getOrElse(TreeMap.empty())
        .filterKeys(partition -> partition.topic().equals(where.topic()));
  }

  private void hold(LakeVersion version) {
    version
        .table(TableId.QUARANTINE)
        .forEach(
            state ->
                where
                    .quarantine()
                    .forEach(
                        state.version(),
                        held -> {
                          byte[] value = held.record().content().value();
                          if (value != null && quarantined.size() < MOST_HELD) {
                            hold(quarantined, value, Fingerprint.ofBytes(value));
                          }
                        }));
  }

  private void hold(Map<String, Set<ContentHash>> held, byte[] value, ContentHash print) {
    String id = where.refiner().eventIdOf(value);
    if (id != null) {
      held.computeIfAbsent(id, absent -> new HashSet<>(1)).add(print);
    }
  }

  private ContentHash fingerprint(byte[] value) {
    return Fingerprint.of(value, where.refiner(), where.clock().instant());
  }

  private static Set<String> ids(List<FeedEvent> events) {
    Set<String> ids = new HashSet<>();
    for (FeedEvent event : events) {
      if (event.id() != null) {
        ids.add(event.id());
      }
      if (event.former() != null) {
        ids.add(event.former().id());
      }
    }
    return ids;
  }

  /** What Silver holds under these ids; read on every core. */
  private Map<String, Set<ContentHash>> rows(Set<String> ids) {
    Map<String, Set<ContentHash>> rows = new ConcurrentHashMap<>();
    if (lake != null && !ids.isEmpty()) {
      lake.table(TableId.SILVER_ORDERS)
          .map(TableState::version)
          .toVector()
          .flatMap(version -> where.lookup().rowsOf(version, io.vavr.collection.HashSet.ofAll(ids)))
          .toJavaParallelStream()
          .forEach(
              part ->
                  part.forEach(
                      row ->
                          rows.computeIfAbsent(
                                  row.eventId(), absent -> ConcurrentHashMap.newKeySet(1))
                              .add(Fingerprint.of(row))));
    }
    return rows;
  }

  private Answer answer(List<FeedEvent> events, Map<String, Set<ContentHash>> rows) {
    BitSet known = new BitSet();
    long setAside = 0;
    for (int i = 0; i < events.size(); i++) {
      FeedEvent event = events.get(i);
      boolean held = isHeld(event.id(), event.value());
      if (held
          || isStored(event.id(), event.value(), rows)
          || (event.former() != null
              && isStored(event.former().id(), event.former().value(), rows))) {
        known.set(i);
        setAside += held ? 1 : 0;
      }
    }
    return new Answer(known, setAside, incomplete);
  }

  private boolean isHeld(@Nullable String id, byte[] value) {
    return id != null && under(id, quarantined).contains(Fingerprint.ofBytes(value));
  }

  private boolean isStored(@Nullable String id, byte[] value, Map<String, Set<ContentHash>> rows) {
    if (id == null || !(rows.containsKey(id) || waiting.containsKey(id))) {
      return false;
    }
    ContentHash print = fingerprint(value);
    return under(id, rows).contains(print) || under(id, waiting).contains(print);
  }

  private static Set<ContentHash> under(String id, Map<String, Set<ContentHash>> prints) {
    return prints.getOrDefault(id, Set.of());
  }
}
