package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which records a lake version is the first to count in Gold, and how long they had waited. */
class ReadByGoldTest {
  private static final TableId CITIES = TableId.gold("cities");
  private static final TableId PRODUCTS = TableId.gold("products");
  private static final Instant STAMPED = Instant.parse("2026-11-22T11:59:00Z");
  private static final Instant COUNTED = STAMPED.plusSeconds(2);

  private final InMemoryBronzeView bronze = new InMemoryBronzeView();
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final ReadByGold read = new ReadByGold(versions, bronze);
  private long sequence;

  @Test
  void the_records_that_silver_had_when_gold_read_it_have_waited_until_then() {
    store(3);
    silver(0, 0);
    store(5);

    assertThat(publish(COUNTED, gold(CITIES, 0))).contains(waited(2_000, 3));
  }

  @Test
  void what_was_counted_before_is_not_counted_again() {
    store(3);
    silver(0, 0);
    publish(COUNTED, gold(CITIES, 0));
    store(4);
    silver(1, 1);

    assertThat(publish(STAMPED.plusMillis(2_001), gold(CITIES, 1)))
        .contains(new GoldDelays(TreeMap.of(2_500L, 4L), 0, 4 * 2_001));
    assertThat(publish(COUNTED, gold(CITIES, 1))).isEmpty();
  }

  @Test
  void silver_alone_has_gold_count_nothing() {
    store(3);

    assertThat(silver(0, 0)).isEmpty();
  }

  @Test
  void gold_that_has_missed_some_runs_counts_what_all_of_them_read() {
    for (int i = 0; i < 3; i++) {
      store(2);
      silver(i, i);
    }
    store(7);

    assertThat(publish(COUNTED, gold(CITIES, 2))).contains(waited(2_000, 6));
  }

  @Test
  void a_table_that_is_declared_later_has_nothing_counted_again() {
    store(3);
    silver(0, 0);
    publish(COUNTED, gold(CITIES, 0));

    assertThat(publish(COUNTED, gold(PRODUCTS, 0))).isEmpty();
  }

  @Test
  void of_tables_that_stand_apart_the_last_one_counts() {
    store(3);
    silver(0, 0);
    publish(COUNTED, gold(CITIES, 0).merge(gold(PRODUCTS, 0)));
    store(2);
    silver(1, 1);

    assertThat(publish(COUNTED, gold(CITIES, 1))).isEmpty();
    assertThat(publish(COUNTED, gold(PRODUCTS, 1))).contains(waited(2_000, 2));
  }

  @Test
  void a_rebuild_counts_what_is_new_alone() {
    store(3);
    silver(0, 0);
    publish(COUNTED, gold(CITIES, 0));
    store(2);

    assertThat(publish(COUNTED, gold(CITIES, 1).merge(silverTable(1, 1))))
        .contains(waited(2_000, 2));
  }

  @Test
  void silver_whose_files_were_joined_brings_nothing_new() {
    store(3);
    silver(0, 0);
    publish(COUNTED, gold(CITIES, 0));
    silver(1, 0);

    assertThat(publish(COUNTED, gold(CITIES, 1))).isEmpty();
  }

  @Test
  void a_record_that_is_stamped_later_than_it_is_counted_has_not_waited() {
    store(3);
    silver(0, 0);

    assertThat(publish(STAMPED.minusSeconds(60), gold(CITIES, 0))).contains(waited(0, 3));
  }

  private static GoldDelays waited(long millis, long records) {
    long bound = GoldDelays.BOUNDS.find(each -> millis <= each).get();
    return new GoldDelays(TreeMap.of(bound, records), 0, millis * records);
  }

  private void store(int records) {
    long number = sequence++;
    bronze.append(
        number,
        LongStream.range(0, records)
            .mapToObj(
                offset ->
                    new BronzeRecord(
                        new BronzeOrder(number, new SourcePosition("orders", (int) number, offset)),
                        STAMPED,
                        TimestampType.CREATE_TIME,
                        new BronzeRecord.Content(null, null, java.util.List.of())))
            .toList());
  }

  private Option<GoldDelays> silver(long version, long bronzeVersion) {
    return publish(Runs.NOON, silverTable(version, bronzeVersion));
  }

  private static SortedMap<TableId, TableState> silverTable(long version, long bronzeVersion) {
    return TreeMap.of(TableId.SILVER_ORDERS, new TableState(version, bronzeVersion));
  }

  private static SortedMap<TableId, TableState> gold(TableId table, long silverVersion) {
    return TreeMap.of(table, new TableState(silverVersion, silverVersion));
  }

  private Option<GoldDelays> publish(Instant at, SortedMap<TableId, TableState> tables) {
    LakeVersion base = versions.latest();
    LakeVersion next = base.next(new RunId("a"), 1, at, tables, RunReport.nothing());
    versions.publish(next).getOrElseThrow(why -> new IllegalStateException(why));
    return read.delays(base, next);
  }
}
