package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SilverTable} promises. */
public abstract class SilverTableContract {
  private static final long ANY = 1_000_000;

  private LakeLab lab;
  private RecordRefiner refiner;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  /** How many random histories to try. */
  protected abstract int histories();

  @BeforeEach
  void open() {
    lab = newLab();
    refiner = new RecordRefiner(decoder(), RuleSet.of(RuleSettings.DEFAULTS));
  }

  @Test
  void a_valid_event_becomes_a_silver_row_with_its_provenance() {
    lab.store(List.of(Sent.to(1, Event.v2("e-1").text("city", " new   york "))));
    refineAll(ANY);

    assertThat(lab.silverRows()).hasSize(1);
    RefinedOrder row = lab.silverRows().get(0);
    assertThat(row)
        .isEqualTo(
            ((io.orderlake.domain.silver.Verdict.Accepted)
                    refiner.refine(lab.bronze().get(0)).whole())
                .order());
    assertThat(row.city()).isEqualTo("New York");
    assertThat(row.total().plain()).isEqualTo("1799.98");
    assertThat(row.provenance().order()).isEqualTo(lab.bronze().get(0).order());
    assertThat(lab.quarantineRows()).isEmpty();
  }

  @Test
  void what_each_version_of_the_event_says_becomes_a_row_of_one_table() {
    lab.store(
        List.of(
            Sent.to(0, Event.v1("e-1")),
            Sent.to(0, Event.v2("e-2").text("discount", "100.00")),
            Sent.to(1, Event.v3("e-3").without("customer_id")),
            Sent.to(1, Event.v3("e-4").text("discount", "0.0001").with("coupon", "7"))));
    RefinementCounts counts = refineAll(ANY);

    assertThat(counts.conservation()).isEqualTo(new Conservation(4, 4, 0, 0));
    assertThat(lab.silverRows())
        .extracting(
            RefinedOrder::eventId,
            row -> row.provenance().schemaVersion(),
            row -> String.valueOf(row.discount()),
            row -> row.total().plain(),
            row -> String.valueOf(row.customerId()),
            row -> row.provenance().unknownFields())
        .containsExactlyInAnyOrder(
            tuple("e-1", 1, "null", "1799.98", "null", ""),
            tuple("e-2", 2, "null", "1799.98", "null", "{\"discount\":\"100.00\"}"),
            tuple("e-3", 3, "100.00", "1699.98", "null", ""),
            tuple("e-4", 3, "0.0001", "1799.9799", "c-7", "{\"coupon\":7}"));
  }

  @Test
  void a_record_that_breaks_rules_is_quarantined_raw_with_every_reason() {
    List<RecordHeader> headers =
        List.of(new RecordHeader("trace", new byte[] {1, 2}), new RecordHeader("empty", null));
    byte[] value = Event.v2("e-1").with("quantity", "0").with("city", "null").bytes();
    lab.store(List.of(new Sent(0, Sent.NOON, new BronzeRecord.Content(null, value, headers))));
    refineAll(ANY);

    assertThat(lab.silverRows()).isEmpty();
    QuarantinedRecord row = lab.quarantineRows().get(0);
    assertThat(row.record()).isEqualTo(lab.bronze().get(0));
    assertThat(row.reasons())
        .extracting(QuarantineReason::code)
        .containsExactly("field_missing", "quantity_out_of_range");
    assertThat(row.ruleSet()).isEqualTo(refiner.rules().version());
  }

  @Test
  void a_null_anywhere_never_makes_a_record_vanish() {
    List<Sent> records = new ArrayList<>();
    records.add(Sent.raw(0, null));
    records.add(new Sent(0, Sent.NOON, new BronzeRecord.Content(null, null, List.of())));
    for (String field :
        List.of(
            "event_id",
            "order_id",
            "product",
            "quantity",
            "unit_price",
            "currency",
            "city",
            "event_time",
            "schema_version")) {
      records.add(Sent.to(1, Event.v2("e-" + field).with(field, "null")));
    }
    records.add(Sent.raw(1, "null".getBytes(StandardCharsets.UTF_8)));
    lab.store(records);
    RefinementCounts counts = refineAll(ANY);

    assertThat(counts.conservation().read()).isEqualTo(records.size());
    assertThat(counts.conservation().holds()).isTrue();
    assertThat(lab.quarantineRows()).hasSize(records.size());
  }

  @Test
  void records_that_are_all_refused_leave_what_silver_holds_alone() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    refineAll(ANY);
    lab.store(List.of(Sent.to(1, Event.v2("e-2").with("quantity", "0"))));
    RefinementCounts counts = refineAll(ANY);

    assertThat(counts.conservation()).isEqualTo(new Conservation(1, 0, 1, 0));
    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("e-1");
  }

  @Test
  void the_same_event_again_is_counted_and_kept_once_within_a_range() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.to(1, Event.v2("e-1"))));
    lab.store(List.of(Sent.to(0, Event.v1("e-1"))));
    RefinementCounts counts = refineAll(ANY);

    assertThat(counts.conservation()).isEqualTo(new Conservation(3, 1, 0, 2));
    assertThat(lab.silverRows().get(0).provenance().order()).isEqualTo(lab.bronze().get(0).order());
  }

  @Test
  void the_same_event_again_is_counted_and_kept_once_across_ranges() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    refineAll(ANY);
    lab.store(List.of(Sent.to(1, Event.v2("e-1")), Sent.to(1, Event.v2("e-2"))));
    RefinementCounts counts = refineAll(ANY);

    assertThat(counts.conservation()).isEqualTo(new Conservation(2, 1, 0, 1));
    assertThat(lab.silverRows())
        .extracting(RefinedOrder::eventId)
        .containsExactlyInAnyOrder("e-1", "e-2");
  }

  @Test
  void an_event_id_with_other_content_is_quarantined_and_the_first_in_bronze_order_stays() {
    lab.store(
        List.of(
            Sent.to(1, Event.v2("e-1").with("quantity", "5")),
            Sent.to(0, Event.v2("e-1").with("quantity", "3"))));
    refineAll(ANY);
    lab.store(List.of(Sent.to(0, Event.v2("e-1").with("quantity", "4"))));
    RefinementCounts later = refineAll(ANY);

    assertThat(lab.silverRows()).extracting(RefinedOrder::quantity).containsExactly(3L);
    assertThat(later.quarantinedByReason().get("duplicate_conflict")).contains(1L);
    assertThat(lab.quarantineRows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.reasons().get(0).code()).isEqualTo("duplicate_conflict"));
  }

  @Test
  void what_is_staged_is_not_visible_and_moves_no_position() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.raw(0, new byte[] {'{'})));
    SilverTable silver = lab.silver();
    VersionRange range = silver.unread(ANY);
    try (PreparedRefinement staged = silver.prepare(range, refiner)) {
      assertThat(staged.counts().conservation()).isEqualTo(new Conservation(2, 1, 1, 0));
    }

    assertThat(lab.silverRows()).isEmpty();
    assertThat(lab.quarantineRows()).isEmpty();
    assertThat(lab.silver().unread(ANY)).isEqualTo(range);
  }

  @Test
  void a_range_ends_with_the_commit_that_reaches_the_bound() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.to(0, Event.v2("e-2"))));
    lab.store(List.of(Sent.to(0, Event.v2("e-3"))));
    lab.store(List.of(Sent.to(0, Event.v2("e-4"))));
    SilverTable silver = lab.silver();

    VersionRange first = silver.unread(3);
    assertThat(first.records()).isEqualTo(3);
    commit(silver, first);
    VersionRange second = silver.unread(3);
    assertThat(second.records()).isEqualTo(1);
    assertThat(second.after()).isEqualTo(first.upTo());
    commit(silver, second);
    assertThat(silver.unread(3).isEmpty()).isTrue();
  }

  @Test
  void a_range_committed_by_somebody_else_is_not_committed_again() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    SilverTable one = lab.silver();
    SilverTable other = lab.silver();
    VersionRange range = one.unread(ANY);
    try (PreparedRefinement late = other.prepare(range, refiner)) {
      commit(one, range);
      late.commit();
    }
    assertThat(lab.silverRows()).hasSize(1);
  }

  @Test
  void a_range_that_overlaps_a_committed_one_is_refused() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    SilverTable one = lab.silver();
    VersionRange range = one.unread(ANY);
    lab.store(List.of(Sent.to(0, Event.v2("e-2"))));
    SilverTable other = lab.silver();
    try (PreparedRefinement late = other.prepare(other.unread(ANY), refiner)) {
      commit(one, range);
      assertThatThrownBy(late::commit).isInstanceOf(LakeFailure.class);
    }
    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("e-1");
    refineAll(ANY);
    assertThat(lab.silverRows()).hasSize(2);
  }

  @Test
  void after_a_crash_between_the_two_commits_silver_gets_what_was_decided_whatever_the_rules() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.raw(0, new byte[] {'{'})));
    VersionRange range = lab.silver().unread(ANY);
    lab.crashBetweenSilverCommits(range, refiner);
    assertThat(lab.silverRows()).isEmpty();
    assertThat(lab.quarantineRows()).hasSize(1);
    lab.store(List.of(Sent.to(0, Event.v2("e-2"))));
    refiner = refiner.under(RuleSet.of(RuleSettings.DEFAULTS.withMaxQuantity(1)));

    assertThat(lab.silver().unread(ANY).after()).isEqualTo(range.upTo());
    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("e-1");
    refineAll(ANY);
    assertThat(lab.silver().committedSince(Option.none()).conservation())
        .isEqualTo(new Conservation(3, 1, 2, 0));
    assertThat(lab.quarantineRows()).hasSize(2);
  }

  @Test
  void states_give_version_and_position_of_both_tables() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    SilverTable silver = lab.silver();
    VersionRange range = silver.unread(ANY);
    commit(silver, range);

    assertThat(silver.states().mapValues(TableState::position).toJavaMap())
        .containsEntry(TableId.SILVER_ORDERS, range.upTo())
        .containsEntry(TableId.QUARANTINE, range.upTo());
  }

  @Test
  void the_counts_of_commits_are_read_back_from_the_commits() {
    lab.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.raw(0, new byte[] {'{'})));
    refineAll(ANY);
    long published = lab.silver().states().get(TableId.SILVER_ORDERS).get().version();
    lab.store(List.of(Sent.to(0, Event.v2("e-1"))));
    lab.store(List.of(Sent.to(0, Event.v2("e-2").text("event_time", "2026-11-22T10:00:00"))));
    refineAll(1);

    RefinementCounts since = lab.silver().committedSince(Option.of(published));
    assertThat(since.conservation()).isEqualTo(new Conservation(2, 1, 0, 1));
    assertThat(since.warnings().get("event_time_without_zone")).contains(1L);
    RefinementCounts all = lab.silver().committedSince(Option.none());
    assertThat(all.conservation()).isEqualTo(new Conservation(4, 2, 1, 1));
    assertThat(all.quarantinedByReason().get("undecodable")).contains(1L);
  }

  @Test
  void a_broken_rule_of_severity_fail_is_named_with_its_record() {
    refiner =
        new RecordRefiner(
            decoder(),
            RuleSet.of(RuleSettings.DEFAULTS.withSeverity("currency_unsupported", Severity.FAIL)));
    lab.store(List.of(Sent.to(0, Event.v2("e-1").text("currency", "EUR"))));
    SilverTable silver = lab.silver();
    try (PreparedRefinement staged = silver.prepare(silver.unread(ANY), refiner)) {
      assertThat(staged.counts().halts()).hasSize(1);
      assertThat(staged.counts().halts().get(0)).contains("@0").contains("EUR");
    }
  }

  @Test
  void any_cut_of_the_log_into_commits_and_ranges_gives_the_same_rows() {
    for (int i = 0; i < histories(); i++) {
      long seed = 4711L + i;
      Random random = new Random(seed);
      List<Sent> history = History.random(random, 60);
      LakeLab whole = newLab();
      whole.store(history);
      refineAll(whole.silver(), ANY);
      LakeLab cut = newLab();
      SilverTable silver = cut.silver();
      for (List<Sent> commit : History.cut(history, random)) {
        cut.store(commit);
        if (random.nextBoolean()) {
          refineAll(silver, 1 + random.nextInt(20));
        }
      }
      refineAll(silver, ANY);

      assertThat(Contents.of(cut)).as("seed %d", seed).isEqualTo(Contents.of(whole));
      Conservation total = totals(cut);
      assertThat(total).as("seed %d", seed).isEqualTo(totals(whole));
      assertThat(total.holds()).as("seed %d", seed).isTrue();
      assertThat(total.read()).as("seed %d", seed).isEqualTo(history.size());
    }
  }

  private static Conservation totals(LakeLab lab) {
    return lab.silver().committedSince(Option.none()).totals(Conservation.ZERO);
  }

  private RefinementCounts refineAll(long maxRecords) {
    return refineAll(lab.silver(), maxRecords);
  }

  private RefinementCounts refineAll(SilverTable silver, long maxRecords) {
    RefinementCounts counts = RefinementCounts.ZERO;
    for (VersionRange range = silver.unread(maxRecords);
        !range.isEmpty();
        range = silver.unread(maxRecords)) {
      counts = counts.plus(commit(silver, range));
    }
    return counts;
  }

  private RefinementCounts commit(SilverTable silver, VersionRange range) {
    try (PreparedRefinement staged = silver.prepare(range, refiner)) {
      assertThat(staged.counts().conservation().holds()).isTrue();
      RefinementCounts counts = staged.counts();
      assertThat(counts.conservation().read() - counts.judgedAgain()).isEqualTo(range.records());
      staged.commit();
      return staged.counts();
    }
  }
}
