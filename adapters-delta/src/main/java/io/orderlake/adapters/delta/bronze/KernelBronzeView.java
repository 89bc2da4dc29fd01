package io.orderlake.adapters.delta.bronze;

import io.orderlake.adapters.delta.lake.CommittedPositions;
import io.orderlake.adapters.delta.lake.CommittedPositions.Newest;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bronze's state out of the positions that its commits carry. */
public final class KernelBronzeView implements BronzeView {
  private final CommittedPositions positions;

  public KernelBronzeView(KernelLake lake) {
    this.positions = lake.positions(TableId.BRONZE_ORDERS);
  }

  @Override
  public Option<BronzeState> state() {
    return positions.newest().map(KernelBronzeView::state);
  }

  @Override
  public Option<String> topicId(String topic) {
    String prefix = BronzePositionNames.topicIds(topic);
    return positions
        .newest()
        .flatMap(newest -> newest.positions().keySet().find(id -> id.startsWith(prefix)))
        .map(id -> id.substring(prefix.length()));
  }

  private static BronzeState state(Newest newest) {
    long sequence =
        newest.positions().getOrElse(BronzePositionNames.SEQUENCE, TableState.NOTHING_READ);
    return new BronzeState(
        new TableState(newest.version(), sequence),
        nextOffsets(newest.positions()),
        acceptedGaps(newest.positions()));
  }

  /**
   * The gaps that were accepted: the first offset stands in the id, the one after the last is it.
   */
  static SortedSet<OffsetGap> acceptedGaps(Map<String, Long> positions) {
    SortedSet<OffsetGap> gaps = TreeSet.empty();
    for (var position : positions) {
      Matcher id = BronzePositionNames.GAP_NAMES.matcher(position._1);
      if (id.matches()) {
        TopicPartition partition = new TopicPartition(id.group(1), Integer.parseInt(id.group(2)));
        gaps = gaps.add(new OffsetGap(partition, Long.parseLong(id.group(3)), position._2));
      }
    }
    return gaps;
  }

  /** The next offset of each partition. */
  static SortedMap<TopicPartition, Long> nextOffsets(Map<String, Long> positions) {
    return byPartition(positions, BronzePositionNames.NEXT_NAMES);
  }

  /** The offset after the last record of each partition. */
  static SortedMap<TopicPartition, Long> recordsEnd(Map<String, Long> positions) {
    return byPartition(positions, BronzePositionNames.AFTER_NAMES);
  }

  private static SortedMap<TopicPartition, Long> byPartition(
      Map<String, Long> positions, Pattern name) {
    SortedMap<TopicPartition, Long> offsets = TreeMap.empty();
    for (var position : positions) {
      Matcher id = name.matcher(position._1);
      if (id.matches()) {
        TopicPartition partition = new TopicPartition(id.group(1), Integer.parseInt(id.group(2)));
        offsets = offsets.put(partition, position._2);
      }
    }
    return offsets;
  }
}
