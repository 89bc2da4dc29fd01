package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link io.orderlake.domain.silver.SilverTable} makes of cancellations. */
public abstract class CancellationsContract {
  private static final long ANY = 1_000_000;
  private static final Event CUP = Event.v2("e-1").with("quantity", "3");

  private LakeLab lab;
  private RecordRefiner refiner;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  @BeforeEach
  void open() {
    lab = newLab();
    refiner = new RecordRefiner(decoder(), RuleSet.of(RuleSettings.DEFAULTS));
  }

  private void refine(Event... events) {
    lab.store(List.of(events).stream().map(event -> Sent.to(0, event)).toList());
    Rebuilding.read(lab.silver(), refiner);
  }

  private List<Long> quantities() {
    return lab.silverRows().stream().map(RefinedOrder::quantity).sorted().toList();
  }

  @Test
  void a_cancellation_takes_back_what_its_event_added_where_it_was_added() {
    refine(CUP.text("gift", "yes"));
    refine(Event.cancellation("e-1"));

    assertThat(quantities()).containsExactly(-3L, 3L);
    RefinedOrder withdrawal =
        lab.silverRows().stream().filter(RefinedOrder::isWithdrawal).findFirst().orElseThrow();
    assertThat(withdrawal.withdrawsItsContent()).isTrue();
    assertThat(withdrawal.provenance().order()).isEqualTo(lab.bronze().get(1).order());
    assertThat(lab.quarantineRows()).isEmpty();
  }

  @Test
  void a_cancellation_in_the_commit_of_its_event_takes_it_back_be_it_before_or_behind_it() {
    refine(CUP, Event.cancellation("e-1"));
    refine(Event.cancellation("e-2"), Event.v2("e-2").with("quantity", "5"));

    assertThat(quantities()).containsExactly(-5L, -3L, 3L, 5L);
    assertThat(lab.quarantineRows()).isEmpty();
    assertThat(lab.releasedRows()).isEmpty();
  }

  @Test
  void a_cancellation_that_comes_first_waits_in_the_quarantine_and_is_released_with_its_event() {
    refine(Event.cancellation("e-1"), Event.v2("e-2"), Event.cancellation("e-3"));
    assertThat(quarantinedCodes()).containsExactly("cancellation_waits", "cancellation_waits");
    assertThat(lab.quarantineRows().get(0).reasons().get(0).sentence()).contains("\"e-1\"");

    lab.store(List.of(Sent.to(0, CUP), Sent.to(0, Event.v2("e-4"))));
    long before = lab.silver().states().get(TableId.SILVER_ORDERS).get().version();
    Rebuilding.read(lab.silver(), refiner);
    RefinementCounts counts = lab.silver().committedSince(Option.some(before));

    assertThat(quantities()).containsExactly(-3L, 2L, 2L, 3L);
    assertThat(counts.conservation()).isEqualTo(new Conservation(3, 3, 0, 0));
    assertThat(counts.judgedAgain()).isEqualTo(1);
    assertThat(lab.quarantineRows())
        .extracting(row -> row.record().source().offset())
        .containsExactly(2L);
    assertThat(lab.releasedRows())
        .extracting(row -> row.record().record().source().offset())
        .containsExactly(0L);
    refine(Event.v2("e-3"));
    assertThat(lab.quarantineRows()).isEmpty();
    assertThat(lab.silver().committedSince(Option.none()).totals(Conservation.ZERO))
        .isEqualTo(new Conservation(6, 6, 0, 0));
  }

  private List<String> quarantinedCodes() {
    return lab.quarantineRows().stream()
        .flatMap(row -> row.reasons().stream().map(QuarantineReason::code))
        .toList();
  }

  @Test
  void an_event_is_taken_back_once_however_often_and_wherever_it_is_cancelled() {
    refine(Event.cancellation("e-1"), Event.cancellation("e-1"));
    refine(CUP, Event.cancellation("e-1"));
    refine(Event.cancellation("e-1").text("by", "somebody"), CUP);

    assertThat(quantities()).containsExactly(-3L, 3L);
    assertThat(lab.quarantineRows()).isEmpty();
    assertThat(lab.releasedRows()).hasSize(2);
    assertThat(lab.silver().committedSince(Option.none()).totals(Conservation.ZERO))
        .isEqualTo(new Conservation(6, 2, 0, 4));
  }

  @Test
  void a_cancelled_event_keeps_its_id() {
    refine(CUP, Event.cancellation("e-1"));
    refine(CUP.with("quantity", "4"), CUP);

    assertThat(quantities()).containsExactly(-3L, 3L);
    assertThat(quarantinedCodes()).containsExactly("duplicate_conflict");
  }

  @Test
  void a_refund_can_be_cancelled_and_an_event_with_any_id() {
    String id = "x".repeat(300);
    refine(Event.refund("e-1"), Event.v2(id).with("quantity", "7"));
    refine(Event.v2("Größe 7").with("quantity", "4"), Event.v2("zz"));
    refine(Event.cancellation("e-1"), Event.cancellation(id));
    refine(Event.cancellation("Größe 7"));

    assertThat(quantities()).containsExactly(-7L, -4L, -2L, 2L, 2L, 4L, 7L);
    assertThat(lab.quarantineRows()).isEmpty();
  }

  @Test
  void a_release_survives_a_crash_between_the_two_commits() {
    refine(Event.cancellation("e-1"));
    lab.store(List.of(Sent.to(0, CUP)));
    lab.crashBetweenSilverCommits(lab.silver().unread(ANY), refiner);
    assertThat(lab.silverRows()).isEmpty();

    refine(Event.cancellation("e-1"), Event.cancellation("e-9"));

    assertThat(quantities()).containsExactly(-3L, 3L);
    assertThat(quarantinedCodes()).containsExactly("cancellation_waits");
    refine(Event.v2("e-9"));
    assertThat(lab.quarantineRows()).isEmpty();
  }
}
