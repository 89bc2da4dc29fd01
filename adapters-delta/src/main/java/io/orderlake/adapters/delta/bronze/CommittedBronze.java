package io.orderlake.adapters.delta.bronze;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bronze's state out of the positions that its commits carry, by the ids that they have there. */
final class CommittedBronze {
  private CommittedBronze() {}

  /** The state at a version. */
  static BronzeState at(long version, Map<String, Long> positions) {
    return new BronzeState(
        new TableState(
            version, positions.getOrElse(BronzePositionNames.SEQUENCE, TableState.NOTHING_READ)),
        byPartition(positions, BronzePositionNames.NEXT_NAMES),
        acceptedGaps(positions),
        byPartition(positions, BronzePositionNames.AFTER_NAMES),
        topicIds(positions));
  }

  /** The first offset of a gap stands in the id, the one after the last is the position. */
  private static SortedSet<OffsetGap> acceptedGaps(Map<String, Long> positions) {
    SortedSet<OffsetGap> gaps = TreeSet.empty();
    for (Tuple2<String, Long> position : positions) {
      Matcher id = BronzePositionNames.GAP_NAMES.matcher(position._1);
      if (id.matches()) {
        gaps = gaps.add(new OffsetGap(partition(id), Long.parseLong(id.group(3)), position._2));
      }
    }
    return gaps;
  }

  private static SortedMap<TopicPartition, Long> byPartition(
      Map<String, Long> positions, Pattern name) {
    SortedMap<TopicPartition, Long> offsets = TreeMap.empty();
    for (Tuple2<String, Long> position : positions) {
      Matcher id = name.matcher(position._1);
      if (id.matches()) {
        offsets = offsets.put(partition(id), position._2);
      }
    }
    return offsets;
  }

  private static TopicPartition partition(Matcher id) {
    return new TopicPartition(id.group(1), Integer.parseInt(id.group(2)));
  }

  private static SortedMap<String, String> topicIds(Map<String, Long> positions) {
    SortedMap<String, String> ids = TreeMap.empty();
    for (String position : positions.keySet()) {
      Matcher id = BronzePositionNames.TOPIC_ID_NAMES.matcher(position);
      if (id.matches()) {
        ids = ids.put(id.group(1), id.group(2));
      }
    }
    return ids;
  }
}
