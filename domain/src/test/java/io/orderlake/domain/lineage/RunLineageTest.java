package io.orderlake.domain.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunLineageTest {
  private static final TableId BY_HOUR = TableId.gold("revenue_by_city_hour");
  private static final TableId BY_DAY = TableId.gold("revenue_by_product_day");
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
  private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);
  private static final RunReport JUDGED =
      new RunReport(
              new Conservation(5, 5, 0, 0), TreeMap.empty(), TreeMap.empty(), 0, TreeMap.empty())
          .judgedBy(TreeMap.of("1-aaaaaaaa", 3L, "1-bbbbbbbb", 2L));

  private final LakeVersion first = after(LakeVersion.empty(), silver(3, 8, 2, 8), JUDGED);

  @Test
  void the_first_silver_run_reads_bronze_from_the_beginning() {
    RunLineage lineage = RunLineage.between(LakeVersion.empty(), first);

    assertThat(lineage.inputs()).isEqualTo(TreeMap.of(TableId.BRONZE_ORDERS, new Versions(-1, 8)));
    assertThat(lineage.outputs())
        .isEqualTo(
            TreeMap.of(
                TableId.SILVER_ORDERS,
                new Versions(-1, 3),
                TableId.QUARANTINE,
                new Versions(-1, 2)));
  }

  @Test
  void a_later_one_reads_what_silver_had_not_read() {
    RunLineage lineage = RunLineage.between(first, after(first, silver(5, 11, 4, 11), JUDGED));

    assertThat(lineage.inputs()).isEqualTo(TreeMap.of(TableId.BRONZE_ORDERS, new Versions(8, 11)));
    assertThat(lineage.outputs().get(TableId.SILVER_ORDERS)).contains(new Versions(3, 5));
    assertThat(lineage.ruleSets()).isEqualTo(TreeSet.of("1-aaaaaaaa", "1-bbbbbbbb"));
  }

  @Test
  void a_gold_run_reads_silver_from_where_the_table_that_lags_most_stood() {
    LakeVersion base = after(first, gold(0, 3, 0, 1), JUDGED);
    RunLineage lineage = RunLineage.between(base, after(base, gold(1, 6, 2, 6), JUDGED));

    assertThat(lineage.inputs()).isEqualTo(TreeMap.of(TableId.SILVER_ORDERS, new Versions(1, 6)));
    assertThat(lineage.outputs())
        .isEqualTo(TreeMap.of(BY_HOUR, new Versions(0, 1), BY_DAY, new Versions(0, 2)));
  }

  @Test
  void a_run_that_joined_files_read_the_tables_that_it_wrote() {
    RunReport upkeep = RunReport.ofUpkeep(TreeMap.of("files_replaced", 9L));
    LakeVersion joined =
        after(first, TreeMap.of(TableId.SILVER_ORDERS, new TableState(4, 8)), upkeep);
    RunLineage lineage = RunLineage.between(first, joined);

    assertThat(lineage.inputs()).isEqualTo(TreeMap.of(TableId.SILVER_ORDERS, new Versions(-1, 3)));
    assertThat(lineage.outputs()).isEqualTo(TreeMap.of(TableId.SILVER_ORDERS, new Versions(3, 4)));
  }

  @Test
  void a_table_made_anew_at_the_same_position_read_everything_before_it() {
    LakeVersion anew = after(first, silver(9, 8, 7, 8), JUDGED);

    assertThat(RunLineage.between(first, anew).inputs())
        .isEqualTo(TreeMap.of(TableId.BRONZE_ORDERS, new Versions(-1, 8)));
  }

  @Test
  void offsets_are_those_of_the_partitions_that_moved() {
    RunLineage lineage =
        RunLineage.between(LakeVersion.empty(), first)
            .withOffsets(
                TreeMap.of(ORDERS_0, 10L, ORDERS_1, 7L),
                TreeMap.of(ORDERS_0, 15L, ORDERS_1, 7L, new TopicPartition("orders", 2), 4L));

    assertThat(lineage.offsets())
        .isEqualTo(
            TreeMap.of(
                ORDERS_0,
                new OffsetRange(Option.some(10L), 15),
                new TopicPartition("orders", 2),
                new OffsetRange(Option.none(), 4)));
  }

  private static SortedMap<TableId, TableState> silver(
      long version, long position, long quarantineVersion, long quarantinePosition) {
    return TreeMap.of(
        TableId.BRONZE_ORDERS,
        new TableState(position, -1),
        TableId.SILVER_ORDERS,
        new TableState(version, position),
        TableId.QUARANTINE,
        new TableState(quarantineVersion, quarantinePosition));
  }

  private static SortedMap<TableId, TableState> gold(
      long version, long position, long otherVersion, long otherPosition) {
    return TreeMap.of(
        BY_HOUR,
        new TableState(version, position),
        BY_DAY,
        new TableState(otherVersion, otherPosition));
  }

  private static LakeVersion after(
      LakeVersion base, SortedMap<TableId, TableState> tables, RunReport report) {
    return base.next(new RunId("r"), 1, Instant.EPOCH, tables, report);
  }
}
