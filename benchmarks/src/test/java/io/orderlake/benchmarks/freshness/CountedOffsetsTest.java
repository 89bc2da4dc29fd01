package io.orderlake.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CountedOffsetsTest {
  private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

  private final CountedOffsets offsets = new CountedOffsets();

  private void bronze(long version, long nextOffset) {
    offsets.saw(
        new BronzeState(new TableState(version, version), TreeMap.of(PARTITION, nextOffset)));
  }

  /** Silver's version and how far it has read Bronze, how far Gold has read Silver. */
  private static LakeVersion lake(long silverVersion, long bronzeRead, long... silverRead) {
    SortedMap<TableId, TableState> tables =
        TreeMap.of(TableId.SILVER_ORDERS, new TableState(silverVersion, bronzeRead));
    for (int i = 0; i < silverRead.length; i++) {
      tables =
          tables.put(TableId.gold("table_" + (char) ('a' + i)), new TableState(1, silverRead[i]));
    }
    return new LakeVersion(
        1, new RunId("r"), 1, Instant.EPOCH, tables, Conservation.ZERO, RunReport.nothing());
  }

  private Long counted(LakeVersion version) {
    return offsets.in(version).getOrElse(PARTITION, 0L);
  }

  @Test
  void what_silver_has_read_is_not_counted_before_gold_has_read_it() {
    bronze(1, 100);
    bronze(2, 250);

    assertThat(counted(lake(1, 1))).isZero();
    assertThat(counted(lake(1, 1, 1, 1))).isEqualTo(100);
    assertThat(counted(lake(2, 2, 1, 1))).isEqualTo(100);
    assertThat(counted(lake(2, 2, 2, 2))).isEqualTo(250);
  }

  @Test
  void an_event_is_counted_when_every_gold_table_has_it() {
    bronze(1, 100);
    bronze(2, 250);
    assertThat(counted(lake(1, 1, 1, 1))).isEqualTo(100);

    assertThat(counted(lake(2, 2, 2, 1))).isEqualTo(100);
  }

  @Test
  void a_bronze_version_that_was_not_seen_counts_as_the_one_before() {
    bronze(1, 100);
    bronze(3, 400);

    assertThat(counted(lake(1, 2, 1, 1))).isEqualTo(100);
  }

  @Test
  void a_silver_version_that_only_rearranged_moves_nothing() {
    bronze(1, 100);

    assertThat(counted(lake(1, 1, 1))).isEqualTo(100);
    assertThat(counted(lake(5, 1, 5))).isEqualTo(100);
  }
}
