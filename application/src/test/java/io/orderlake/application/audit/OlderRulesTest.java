package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.RuleSettings;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What was decided under other rules cannot be decided again; it is told apart. */
class OlderRulesTest {
  private static final RuleSettings STRICT =
      new RuleSettings(
          RuleSettings.DEFAULTS.currencies(),
          5,
          BigDecimal.valueOf(1_000_000),
          RuleSettings.DEFAULTS.futureTolerance(),
          RuleSettings.DEFAULTS.severities());

  private final AuditStage stage = new AuditStage();

  private static Sent event(String id, int quantity) {
    return Sent.to(0, Event.v2(id).with("quantity", Integer.toString(quantity)));
  }

  @Test
  void rows_that_todays_rules_would_refuse_are_no_differences() {
    stage.filled(event("e-1", 7), event("e-2", 2));
    stage.under(STRICT).filled(event("e-3", 8), event("e-4", 1), event("e-1", 7));
    AuditVerdict verdict = stage.audit();

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.figures().olderRules().values().sum().longValue()).isEqualTo(2);
    assertThat(verdict.sentence()).contains("2 rows under", verdict.ruleSet());
  }

  @Test
  void records_that_todays_rules_would_take_are_no_differences() {
    stage.under(STRICT).filled(event("e-1", 7), event("e-2", 2));
    stage.under(RuleSettings.DEFAULTS).filled(event("e-3", 8), event("e-1", 7));
    AuditVerdict verdict = stage.audit();

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.figures().replayed()).isEqualTo(stage.published().totals());
    assertThat(verdict.figures().olderRules().values().sum().longValue()).isEqualTo(2);
  }

  @Test
  void gold_is_still_held_against_the_rows_that_older_rules_admitted() {
    stage.filled(event("e-1", 7));
    stage.under(STRICT);
    stage.changeCell("revenue_by_product_day", "Laptop", Figures.of(Amount.of("1"), 7, 1));

    assertThat(stage.audit().sentence())
        .contains("revenue_by_product_day", "replayed revenue 6299.93", "stored revenue 1.00");
  }

  @Test
  void what_todays_rules_decided_is_still_compared() {
    stage.filled(event("e-1", 7));
    stage.under(STRICT).filled(event("e-2", 1));
    stage.silver.removeIf(row -> row.eventId().equals("e-2"));

    assertThat(stage.audit().sentence()).contains("silver/orders: 1 row is missing", "event e-2");
  }
}
