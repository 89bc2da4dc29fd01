package io.orderlake.application.serve;

import static io.orderlake.application.fixture.ServedLake.cell;
import static io.orderlake.application.serve.ServeStage.BERLIN;
import static io.orderlake.application.serve.ServeStage.DAYS;
import static io.orderlake.application.serve.ServeStage.HOURS;
import static io.orderlake.application.serve.ServeStage.PARIS;
import static io.orderlake.application.serve.ServeStage.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.gold.GoldCell;
import io.vavr.collection.List;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditServedTest {
  private final ServeStage stage = new ServeStage();

  private void serve() {
    stage.lake.commit(
        DAYS, Set.of(), List.of(cell(DAYS, LocalDate.of(2026, 11, 22), 1, "900", "Laptop")));
    stage.publish(BERLIN, PARIS);
    assertThat(stage.serving().catchUp()).isNotEmpty();
  }

  private ServedVerdict verdict() {
    return stage.auditing().audit(cells -> {}).get();
  }

  private String problem() {
    return stage.auditing().audit(cells -> {}).getLeft();
  }

  @Test
  void what_is_served_as_the_lake_has_it_is_intact() {
    serve();

    assertThat(verdict().isIntact()).isTrue();
    assertThat(verdict().cells()).isEqualTo(3);
    assertThat(verdict().tables()).containsExactly(HOURS.table(), DAYS.table());
  }

  @Test
  void it_is_held_against_the_version_that_it_claims_and_not_the_newest() {
    serve();
    stage.publish(PARIS);

    assertThat(verdict().isIntact()).isTrue();
    assertThat(verdict().lake().number()).isEqualTo(1);
    assertThat(verdict().newest()).isEqualTo(2);
  }

  @Test
  void one_changed_cell_is_found() {
    serve();
    GoldCell other = cell(HOURS, TEN, 2, "899.9900", "Berlin");
    GoldCell wrong = cell(HOURS, TEN, 2, "899.9901", "Berlin");
    stage.sink.tamper(HOURS.table(), other, wrong);

    assertThat(verdict().differences()).isEqualTo(1);
    assertThat(verdict().smallest().get().kind()).isEqualTo("changed");
    assertThat(verdict().smallest().get().expected()).contains(BERLIN);
    assertThat(verdict().smallest().get().found()).contains(wrong);
  }

  @Test
  void one_missing_row_is_found() {
    serve();
    stage.sink.tamper(HOURS.table(), PARIS, null);

    assertThat(verdict().differences()).isEqualTo(1);
    assertThat(verdict().smallest().get().kind()).isEqualTo("missing");
    assertThat(verdict().smallest().get().cell()).isEqualTo(PARIS);
  }

  @Test
  void one_row_too_many_is_found_also_where_the_lake_has_no_partition() {
    serve();
    GoldCell nowhere = cell(HOURS, TEN.minusSeconds(864_000), 1, "1", "Rome");
    stage.sink.tamper(HOURS.table(), nowhere, nowhere);

    assertThat(verdict().differences()).isEqualTo(1);
    assertThat(verdict().smallest().get().kind()).isEqualTo("too many");
    assertThat(verdict().smallest().get().cell()).isEqualTo(nowhere);
  }

  @Test
  void a_row_that_is_there_twice_is_one_too_many() {
    serve();
    GoldCell other = cell(HOURS, TEN, 7, "7", "Berlin");
    stage.sink.tamper(HOURS.table(), other, BERLIN);

    assertThat(verdict().differences()).isEqualTo(1);
    assertThat(verdict().smallest().get().kind()).isEqualTo("too many");
  }

  @Test
  void of_several_differences_the_first_is_named_and_all_are_counted() {
    serve();
    stage.sink.tamper(HOURS.table(), PARIS, null);
    stage.sink.tamper(HOURS.table(), BERLIN, null);

    assertThat(verdict().differences()).isEqualTo(2);
    assertThat(verdict().smallest().get().cell()).isEqualTo(BERLIN);
  }

  @Test
  void where_nothing_or_something_else_is_served_there_is_no_verdict() {
    stage.publish(BERLIN);
    assertThat(problem()).contains("nothing is served yet");

    ServedLake other = new ServedLake("another");
    other.commit(HOURS, Set.of(), List.empty()).publish();
    var unused = stage.sink.publish(other.publication(HOURS));
    assertThat(problem()).contains("another lake is served: the lake that run another-1 began");
  }

  @Test
  void of_a_version_whose_files_may_be_gone_there_is_no_verdict() {
    serve();
    stage.publish(PARIS);
    stage.versions.keepSince(2);

    assertThat(problem()).contains("lake version 1 is served", "versions before 2 were given up");
  }
}
