package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditScopeTest {
  private final AuditStage stage = new AuditStage();

  private static Either<String, AuditScope> scope(String from, String to, String sample) {
    return AuditScope.of(some(from), some(to), some(sample), ZoneOffset.UTC);
  }

  private static Option<String> some(String text) {
    return Option.when(!text.isEmpty(), text);
  }

  private void aDayWithADamagedCell() {
    stage.filled(Sent.to(0, Event.v2("e-1")));
    stage.changeCell("revenue_by_city_hour", "New York", Figures.of(Amount.of("1"), 2, 1));
    stage.silver.clear();
  }

  @Test
  void what_lies_outside_the_range_is_not_compared_and_said_so() {
    aDayWithADamagedCell();
    AuditVerdict verdict = stage.audit(scope("2026-11-22T11:00:00Z", "", "").get());

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.figures().compared().get(TableId.SILVER_ORDERS)).contains(0L);
    assertThat(verdict.sentence()).contains("not compared", "before 2026-11-22T11:00:00Z");
  }

  @Test
  void what_lies_within_the_range_is_compared() {
    aDayWithADamagedCell();
    AuditVerdict verdict = stage.audit(scope("2026-11-22", "2026-11-23", "").get());

    assertThat(verdict.differences().map(Difference::table))
        .containsExactly(TableId.gold("revenue_by_city_hour"), TableId.SILVER_ORDERS);
  }

  @Test
  void a_sample_compares_about_so_many_events_and_decides_like_the_whole() {
    List<Sent> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(Sent.to(i % 3, Event.v2("e-" + i % 1_500).text("city", "City " + i % 100)));
    }
    stage.filled(many.toArray(Sent[]::new));
    AuditVerdict verdict = stage.audit(scope("", "", "400").get());

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.figures().compared().get(TableId.SILVER_ORDERS).get()).isBetween(100L, 600L);
    assertThat(verdict.figures().replayed()).isEqualTo(stage.published().totals());
    assertThat(verdict.sentence()).contains("sample of about 400");
  }

  @Test
  void a_sample_greater_than_the_lake_is_all_of_it() {
    aDayWithADamagedCell();

    assertThat(stage.audit(scope("", "", "10").get()).differences()).hasSize(2);
  }

  @Test
  void dates_are_days_of_the_reporting_zone() {
    AuditScope scope =
        AuditScope.of(some("2026-11-22"), Option.none(), Option.none(), ZoneId.of("Asia/Tokyo"))
            .get();

    assertThat(scope.from().get()).hasToString("2026-11-21T15:00:00Z");
  }

  @Test
  void what_is_wrong_with_a_scope_is_said() {
    assertThat(scope("soon", "", "").getLeft()).contains("from", "'soon'", "2026-11-22");
    assertThat(scope("", "2026-13-01", "").getLeft()).contains("to", "2026-13-01");
    assertThat(scope("2026-11-22", "2026-11-22", "").getLeft()).contains("before");
    assertThat(scope("", "", "0").getLeft()).contains("sample", "above 0");
    assertThat(scope("", "", "many").getLeft()).contains("'many'");
    assertThat(scope("2026-11-22", "", "5").getLeft()).contains("leave out");
  }
}
