package io.orderlake.adapters.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A commit that is reported to have failed may have been made. Where the log can be read, it says
 * so, and the commit has not failed; where it cannot, its files must stay.
 */
class CommitsOfUnknownOutcomeTest {
  private final RecordRefiner refiner =
      new RecordRefiner(new JacksonOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));
  private final SparkLake lake = new SparkLake();

  @BeforeEach
  void store() {
    lake.silver();
    lake.gold();
    lake.store(
        List.of(Sent.to(0, Event.v2("e-1")), Sent.to(0, Event.v2("e-2").with("quantity", "0"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"silver/orders", "silver/quarantine"})
  void refined_rows_survive(String table) {
    refine(table);
    if (!lake.silver().unread(10).isEmpty()) {
      refine("");
    }

    assertThat(lake.silver().unread(10).isEmpty()).isTrue();
    assertThat(lake.silverRows()).hasSize(1);
    assertThat(lake.quarantineRows()).hasSize(1);
  }

  @Test
  void gold_cells_survive() {
    refine("");
    try (PreparedRevenue staged = lake.gold().prepare(lake.gold().unread(silverVersion(), 10))) {
      ForgetfulLogStore.forgetNextCommitTo("gold/revenue_by_city_hour");
      assertThatThrownBy(staged::commit).isInstanceOf(LakeFailure.class);
    }

    assertThat(lake.cells(lake.projections().get(0))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"silver/orders", "silver/quarantine"})
  void a_refining_that_was_refused_by_its_own_commit_is_done(String table) {
    SilverTable silver = lake.silver();
    try (PreparedRefinement staged = silver.prepare(silver.unread(10), refiner)) {
      ForgetfulLogStore.refuseNextCommitTo(table);
      staged.commit();
    }

    assertThat(lake.silver().unread(10).isEmpty()).isTrue();
    assertThat(lake.silverRows()).hasSize(1);
    assertThat(lake.quarantineRows()).hasSize(1);
  }

  @Test
  void gold_that_was_refused_by_its_own_commit_is_done() {
    refine("");
    try (PreparedRevenue staged = lake.gold().prepare(lake.gold().unread(silverVersion(), 10))) {
      ForgetfulLogStore.refuseNextCommitTo("gold/revenue_by_city_hour");
      staged.commit();
    }

    assertThat(lake.cells(lake.projections().get(0))).hasSize(1);
    assertThat(lake.gold().unread(silverVersion(), 10).isEmpty()).isTrue();
  }

  @Test
  void a_batch_that_was_refused_by_its_own_commit_is_stored_once() {
    ForgetfulLogStore.refuseNextCommitTo("bronze/orders");
    lake.store(List.of(Sent.to(2, Event.v2("e-3"))));
    refine("");

    assertThat(lake.silverRows()).hasSize(2);
  }

  private long silverVersion() {
    return lake.silver().states().get(TableId.SILVER_ORDERS).get().version();
  }

  private void refine(String forgotten) {
    SilverTable silver = lake.silver();
    try (PreparedRefinement staged = silver.prepare(silver.unread(10), refiner)) {
      ForgetfulLogStore.forgetNextCommitTo(forgotten);
      if (forgotten.isEmpty()) {
        staged.commit();
      } else {
        assertThatThrownBy(staged::commit).isInstanceOf(LakeFailure.class);
      }
    }
  }
}
