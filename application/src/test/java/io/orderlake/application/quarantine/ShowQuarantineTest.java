package io.orderlake.application.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.ShowQuarantine.Query;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShowQuarantineTest {
  private static final QuarantinedRecord FIRST = quarantined(0, "city_blank");
  private static final QuarantinedRecord SECOND =
      quarantined(1, "field_missing", "field_missing", "city_blank");
  private static final QuarantinedRecord THIRD = quarantined(2, "undecodable");

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryQuarantineView view = new InMemoryQuarantineView();
  private final ShowQuarantine quarantine = new ShowQuarantine(versions, view);

  private static QuarantinedRecord quarantined(long offset, String... codes) {
    BronzeRecord record =
        new BronzeRecord(
            new BronzeOrder(offset, new SourcePosition("orders", 0, offset)),
            Instant.EPOCH,
            TimestampType.CREATE_TIME,
            new BronzeRecord.Content(null, null, List.of()));
    return new QuarantinedRecord(
        record,
        Stream.of(codes).map(code -> new QuarantineReason(code, "", code)).toList(),
        "rules-1");
  }

  private void publish(QuarantinedRecord... records) {
    long version = view.append(List.of(records));
    versions.publish(
        versions
            .latest()
            .next(
                new RunId("run-" + version),
                1,
                Instant.EPOCH,
                TreeMap.of(TableId.QUARANTINE, new TableState(version, 0)),
                RunReport.nothing()));
  }

  @Test
  void a_record_counts_once_under_each_of_its_reasons() {
    publish(FIRST, THIRD, SECOND);

    QuarantinePage page = quarantine.show(Query.newest(10)).get();

    assertThat(page.records()).isEqualTo(3);
    assertThat(page.byReason())
        .isEqualTo(TreeMap.of("city_blank", 2L, "field_missing", 1L, "undecodable", 1L));
  }

  @Test
  void the_newest_come_first_and_only_as_many_as_asked_for() {
    publish(SECOND, THIRD, FIRST);

    QuarantinePage page = quarantine.show(Query.newest(2)).get();

    assertThat(page.newest()).containsExactly(THIRD, SECOND);
    assertThat(page.matching()).isEqualTo(3);
  }

  @Test
  void records_of_one_reason_can_be_asked_for() {
    publish(FIRST, SECOND, THIRD);

    QuarantinePage page =
        quarantine.show(new Query(Option.some("city_blank"), 10, AsOf.NEWEST)).get();

    assertThat(page.newest()).containsExactly(SECOND, FIRST);
    assertThat(page.matching()).isEqualTo(2);
    assertThat(page.records()).isEqualTo(3);
    assertThat(page.byReason()).hasSize(3);
  }

  @Test
  void counts_alone_can_be_asked_for() {
    publish(FIRST);

    QuarantinePage page = quarantine.show(Query.newest(0)).get();

    assertThat(page.newest()).isEmpty();
    assertThat(page.matching()).isEqualTo(1);
  }

  @Test
  void only_what_is_published_is_shown() {
    assertThat(quarantine.show(Query.newest(10)).get().records()).isZero();

    publish(FIRST);
    view.append(List.of(SECOND));
    assertThat(quarantine.show(Query.newest(10)).get().newest()).containsExactly(FIRST);
  }

  @Test
  void an_older_lake_version_can_be_asked_for() {
    publish(FIRST);
    publish(SECOND);

    assertThat(quarantine.show(new Query(Option.none(), 10, new AsOf.Version(1))).get().newest())
        .containsExactly(FIRST);
    assertThat(quarantine.show(new Query(Option.none(), 10, new AsOf.Version(3))).getLeft())
        .isEqualTo("there is no lake version 3: the newest is 2");
  }

  @Test
  void a_negative_limit_is_refused() {
    assertThat(quarantine.show(Query.newest(-1)).getLeft())
        .isEqualTo("the limit must be 0 or more, not -1");
  }
}
