package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SilverRebuilds} promises. */
public abstract class SilverRebuildsContract {
  private static final long ANY = 1_000_000;

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

  private void receive(String id, int quantity) {
    lab.store(List.of(Sent.to(0, Event.v2(id).with("quantity", Integer.toString(quantity)))));
    Rebuilding.read(lab.silver(), refiner);
  }

  @Test
  void what_the_rules_in_force_refuse_is_gone_from_the_tables_that_are_put_in_place() {
    receive("a", 9);
    receive("b", 3);
    refiner = refiner.under(RuleSet.of(RuleSettings.DEFAULTS.withMaxQuantity(5)));
    long before = version();
    try (SilverRebuild rebuild = lab.rebuilds().open("rules")) {
      Rebuilding.read(rebuild.anew(), refiner);
      rebuild.replace();
    }

    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("b");
    assertThat(lab.quarantineRows()).hasSize(1);
    assertThat(lab.silver().unread(ANY).isEmpty()).isTrue();
    RefinementCounts counts = lab.silver().committedSince(Option.of(before));
    assertThat(counts.rebuiltUnder()).contains("rules");
    assertThat(counts.totals(Conservation.ZERO)).isEqualTo(new Conservation(2, 1, 1, 0));
  }

  private long version() {
    return lab.silver().states().get(TableId.SILVER_ORDERS).get().version();
  }

  @Test
  void until_the_new_tables_are_put_in_place_readers_and_runs_see_the_present_ones() {
    receive("a", 1);
    Contents before = Contents.of(lab);
    var states = lab.silver().states();
    try (SilverRebuild rebuild = lab.rebuilds().open("rules")) {
      Rebuilding.read(rebuild.anew(), refiner);

      assertThat(Contents.of(lab)).isEqualTo(before);
      assertThat(lab.silver().states()).isEqualTo(states);
      assertThat(lab.silver().unread(ANY).isEmpty()).isTrue();
    }
  }

  @Test
  void a_rebuild_that_was_broken_off_goes_on_where_it_stopped() {
    receive("a", 1);
    receive("b", 1);
    VersionRange first = build("rules");

    try (SilverRebuild rebuild = lab.rebuilds().open("rules")) {
      assertThat(rebuild.anew().unread(1).after()).isEqualTo(first.upTo());
    }
  }

  @Test
  void a_rebuild_under_other_rules_begins_with_nothing() {
    receive("a", 1);
    receive("b", 1);
    VersionRange first = build("rules");

    try (SilverRebuild rebuild = lab.rebuilds().open("other rules")) {
      assertThat(rebuild.anew().unread(1)).isEqualTo(first);
    }
  }

  /** Builds the first range. */
  private VersionRange build(String rules) {
    try (SilverRebuild rebuild = lab.rebuilds().open(rules)) {
      SilverTable anew = rebuild.anew();
      VersionRange first = anew.unread(1);
      try (PreparedRefinement staged = anew.prepare(first, refiner)) {
        staged.commit();
      }
      return first;
    }
  }

  @Test
  void tables_that_have_not_read_as_far_are_not_put_in_place() {
    receive("a", 1);
    receive("b", 1);
    build("rules");

    try (SilverRebuild rebuild = lab.rebuilds().open("rules")) {
      assertThatThrownBy(rebuild::replace).isInstanceOf(IllegalStateException.class);
    }
    assertThat(lab.silverRows()).hasSize(2);
  }

  @Test
  void what_was_decided_before_a_crash_is_ended_before_a_rebuild_begins() {
    lab.store(List.of(Sent.to(0, Event.v2("a"))));
    lab.crashBetweenSilverCommits(lab.silver().unread(ANY), refiner);
    assertThat(lab.silverRows()).isEmpty();

    lab.rebuilds().open("rules").close();
    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("a");
  }
}
