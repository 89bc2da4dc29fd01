package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link QuarantineRedrive} promises. */
public abstract class QuarantineRedriveContract {
  private static final long ANY = 1_000_000;

  private LakeLab lab;
  private RecordRefiner strict;
  private RecordRefiner loose;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  @BeforeEach
  void open() {
    lab = newLab();
    strict = new RecordRefiner(decoder(), RuleSet.of(RuleSettings.DEFAULTS.withMaxQuantity(5)));
    loose = strict.under(RuleSet.of(RuleSettings.DEFAULTS.withMaxQuantity(10)));
  }

  private static Event order(String id, int quantity) {
    return Event.v2(id).with("quantity", Integer.toString(quantity));
  }

  private void receive(Event... events) {
    List<Sent> records = new ArrayList<>();
    for (Event event : events) {
      records.add(Sent.to(0, event));
    }
    lab.store(records);
    Rebuilding.read(lab.silver(), strict);
  }

  private List<Long> heldOffsets() {
    return lab.quarantineRows().stream().map(row -> row.record().source().offset()).toList();
  }

  @Test
  void what_passes_is_released_into_silver_and_the_rest_stays() {
    receive(order("a", 9), order("b", 3), order("c", 20), order("a", 9));
    try (PreparedRedrive staged = lab.redrive().prepare(Option.none(), loose)) {
      assertThat(staged.counts().conservation()).isEqualTo(new Conservation(3, 1, 1, 1));
      assertThat(staged.outOfTurn()).isZero();
      staged.commit();
    }

    assertThat(lab.silverRows())
        .extracting(RefinedOrder::eventId)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(heldOffsets()).containsExactly(2L);
    assertThat(lab.releasedRows()).hasSize(2);
  }

  @Test
  void what_is_staged_is_not_visible_and_may_be_let_go() {
    receive(order("a", 9), order("b", 3));
    Contents before = Contents.of(lab);
    var states = lab.silver().states();
    try (PreparedRedrive staged = lab.redrive().prepare(Option.none(), loose)) {
      assertThat(staged.counts().conservation().refined()).isEqualTo(1);
    }

    assertThat(Contents.of(lab)).isEqualTo(before);
    assertThat(lab.silver().states()).isEqualTo(states);
  }

  @Test
  void where_nothing_passes_nothing_is_committed() {
    receive(order("a", 20), order("b", 3));
    var states = lab.silver().states();
    try (PreparedRedrive staged = lab.redrive().prepare(Option.none(), loose)) {
      staged.commit();
    }

    assertThat(lab.silver().states()).isEqualTo(states);
    assertThat(heldOffsets()).containsExactly(0L);
  }

  @Test
  void only_records_of_the_reason_that_is_asked_for_are_judged() {
    receive(order("a", 9), order("b", 9).text("city", " "), order("c", 1).text("city", " "));
    try (PreparedRedrive staged = lab.redrive().prepare(Option.of("text_blank"), loose)) {
      assertThat(staged.counts().conservation()).isEqualTo(new Conservation(2, 0, 2, 0));
    }
  }

  @Test
  void a_record_that_passes_before_the_one_that_has_its_id_is_out_of_turn_and_stays() {
    receive(order("a", 9), order("a", 2));
    try (PreparedRedrive staged = lab.redrive().prepare(Option.none(), loose)) {
      assertThat(staged.outOfTurn()).isEqualTo(1);
      staged.commit();
    }

    assertThat(lab.silverRows()).extracting(RefinedOrder::quantity).containsExactly(2L);
    assertThat(heldOffsets()).containsExactly(0L);
  }

  @Test
  void what_was_decided_before_a_crash_is_ended_before_anything_is_judged() {
    lab.store(List.of(Sent.to(0, order("a", 1)), Sent.to(0, order("a", 9))));
    lab.crashBetweenSilverCommits(lab.silver().unread(ANY), strict);
    assertThat(lab.silverRows()).isEmpty();

    try (PreparedRedrive staged = lab.redrive().prepare(Option.none(), loose)) {
      assertThat(staged.counts().conservation()).isEqualTo(new Conservation(1, 0, 1, 0));
    }
    assertThat(lab.silverRows()).extracting(RefinedOrder::quantity).containsExactly(1L);
  }

  private List<Long> quantities() {
    return lab.silverRows().stream().map(RefinedOrder::quantity).sorted().toList();
  }

  private RefinementCounts redrive(String reason) {
    try (PreparedRedrive staged = lab.redrive().prepare(Option.of(reason), loose)) {
      RefinementCounts counts = staged.counts();
      staged.commit();
      return counts;
    }
  }

  @Test
  void an_event_that_is_released_takes_along_the_cancellations_that_wait_for_it() {
    receive(Event.cancellation("a"), order("a", 9), Event.cancellation("a"));
    assertThat(heldOffsets()).containsExactlyInAnyOrder(0L, 1L, 2L);

    RefinementCounts counts = redrive("quantity_out_of_range");

    assertThat(counts.conservation()).isEqualTo(new Conservation(3, 2, 0, 1));
    assertThat(counts.judgedAgain()).isEqualTo(3);
    assertThat(quantities()).containsExactly(-9L, 9L);
    assertThat(lab.quarantineRows()).isEmpty();
    receive(Event.cancellation("a"), Event.cancellation("b"), order("b", 1));
    assertThat(quantities()).containsExactly(-9L, -1L, 1L, 9L);
    assertThat(lab.quarantineRows()).isEmpty();
  }

  @Test
  void a_cancellation_that_is_judged_again_goes_on_waiting_where_its_event_is_not_there() {
    receive(Event.cancellation("a"), order("b", 20), Event.cancellation("b"));

    RefinementCounts counts = redrive("cancellation_waits");

    assertThat(counts.conservation()).isEqualTo(new Conservation(2, 0, 2, 0));
    assertThat(heldOffsets()).containsExactlyInAnyOrder(0L, 1L, 2L);
    assertThat(redrive("quantity_out_of_range").conservation())
        .isEqualTo(new Conservation(1, 0, 1, 0));
    receive(order("a", 1));
    assertThat(quantities()).containsExactly(-1L, 1L);
  }

  @Test
  void whatever_an_id_is_made_of_its_event_takes_its_cancellation_along() {
    List<String> ids = List.of("Größe 7", "\uD83D\uDE00", "x".repeat(300), "é".repeat(40));
    for (String id : ids) {
      receive(Event.cancellation(id), order(id, 9));
    }
    assertThat(lab.quarantineRows()).hasSize(8);

    assertThat(redrive("quantity_out_of_range").conservation())
        .isEqualTo(new Conservation(8, 8, 0, 0));

    assertThat(quantities()).containsExactly(-9L, -9L, -9L, -9L, 9L, 9L, 9L, 9L);
    receive(order("Wärme", 2), Event.cancellation("Wärme"));
    receive(Event.cancellation("Größe 7"));
    assertThat(quantities()).containsExactly(-9L, -9L, -9L, -9L, -2L, 2L, 9L, 9L, 9L, 9L);
    assertThat(lab.quarantineRows()).isEmpty();
  }
}
