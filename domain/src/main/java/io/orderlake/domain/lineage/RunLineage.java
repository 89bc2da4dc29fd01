package io.orderlake.domain.lineage;

import static io.orderlake.domain.lake.TableState.NOTHING_READ;

import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What a run that published a lake version read and wrote. It follows from that version and the one
 * before it, so that it is the same whoever works it out, and whenever.
 *
 * @param inputs the commits that were read, by table; for a table whose files were rewritten, all
 *     of its own up to then
 * @param offsets where those of Bronze came from: the Kafka offsets, by partition, whose records
 *     they added; empty when Bronze was not read or its log did not say
 * @param outputs the commits that were made, by table
 * @param ruleSets the versions of the rules that judged the records; more than one when they were
 *     changed between a run that was killed and the one that finished its work
 */
public record RunLineage(
    SortedMap<TableId, Versions> inputs,
    SortedMap<TopicPartition, OffsetRange> offsets,
    SortedMap<TableId, Versions> outputs,
    SortedSet<String> ruleSets) {

  /**
   * What lies between two neighbouring lake versions, but for the offsets.
   *
   * @param base what the run built on
   * @param published what it published
   */
  public static RunLineage between(LakeVersion base, LakeVersion published) {
    SortedMap<TableId, TableState> made =
        published
            .tables()
            .filter((id, state) -> id.upstream().isDefined() && !base.table(id).contains(state));
    boolean rewritten = published.report().isUpkeepOnly();
    SortedMap<TableId, Versions> inputs = TreeMap.empty();
    SortedMap<TableId, Versions> outputs = TreeMap.empty();
    for (Tuple2<TableId, TableState> table : made) {
      Option<TableState> before = base.table(table._1);
      long version = before.map(TableState::version).getOrElse(NOTHING_READ);
      outputs = outputs.put(table._1, new Versions(version, table._2.version()));
      TableId input = rewritten ? table._1 : table._1.upstream().get();
      for (Versions read : rewritten ? wholeOf(before) : read(before, table._2)) {
        inputs = inputs.put(input, read, Versions::widenedBy);
      }
    }
    return new RunLineage(
        inputs, TreeMap.empty(), outputs, published.report().judgedByRuleSet().keySet());
  }

  private static Option<Versions> wholeOf(Option<TableState> before) {
    return before.map(state -> new Versions(NOTHING_READ, state.version()));
  }

  /** A position that did not move belongs to a table that was made anew from the beginning. */
  private static Option<Versions> read(Option<TableState> before, TableState now) {
    long after = before.map(TableState::position).getOrElse(NOTHING_READ);
    return Option.when(
        now.position() != NOTHING_READ,
        () -> new Versions(after < now.position() ? after : NOTHING_READ, now.position()));
  }

  /** The commits of Bronze that were read, if any were. */
  public Option<Versions> bronze() {
    return inputs.get(TableId.BRONZE_ORDERS);
  }

  /**
   * The same with Bronze's offsets.
   *
   * @param before Bronze's next offsets before the commits that were read
   * @param after those after them
   */
  public RunLineage withOffsets(
      SortedMap<TopicPartition, Long> before, SortedMap<TopicPartition, Long> after) {
    SortedMap<TopicPartition, OffsetRange> moved = TreeMap.empty();
    for (Tuple2<TopicPartition, Long> next : after) {
      Option<Long> from = before.get(next._1);
      if (!from.contains(next._2)) {
        moved = moved.put(next._1, new OffsetRange(from, next._2));
      }
    }
    return new RunLineage(inputs, moved, outputs, ruleSets);
  }
}
