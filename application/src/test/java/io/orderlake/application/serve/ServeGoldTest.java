package io.orderlake.application.serve;

import static io.orderlake.application.serve.ServeStage.BERLIN;
import static io.orderlake.application.serve.ServeStage.HOURS;
import static io.orderlake.application.serve.ServeStage.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.ServedLake;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.List;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServeGoldTest {
  private final ServeStage stage = new ServeStage();

  private java.util.List<GoldCell> shown() {
    java.util.List<GoldCell> cells = new ArrayList<>();
    try (var reading = stage.sink.open().get()) {
      reading.partitions(HOURS).forEach(p -> reading.forEach(HOURS, p, cells::add));
    }
    return cells;
  }

  @Test
  void an_empty_lake_is_not_served() {
    assertThat(stage.serving().catchUp()).isEmpty();
    assertThat(stage.sink.served()).isEmpty();
  }

  @Test
  void the_newest_version_is_served_and_those_between_are_left_out() {
    stage.publish(BERLIN).publish(PARIS);
    Served first = stage.serving().catchUp().get();
    stage.publish(BERLIN).publish().publish(BERLIN, PARIS);
    Served second = stage.serving().catchUp().get();

    assertThat(first.version()).isEqualTo(2);
    assertThat(second.version()).isEqualTo(5);
    assertThat(shown()).containsExactlyInAnyOrder(BERLIN, PARIS);
  }

  @Test
  void what_is_served_already_is_left_as_it_is() {
    stage.publish(BERLIN);
    Served first = stage.serving().catchUp().get();

    assertThat(stage.serving().catchUp()).contains(first);
  }

  @Test
  void tables_that_the_version_does_not_have_yet_are_left_out() {
    stage.publish(BERLIN);
    assertThat(stage.serving().catchUp()).isNotEmpty();
    try (var reading = stage.sink.open().get()) {
      assertThat(reading.tables()).containsExactly(HOURS.table());
    }
  }

  @Test
  void after_a_sink_that_was_down_the_newest_version_follows() {
    stage.publish(BERLIN);
    LakeFailure down = LakeFailure.because(FailureCause.UNREACHABLE, "nobody answers");
    stage.sink.failWith(down);
    assertThatThrownBy(() -> stage.serving().catchUp()).isSameAs(down);

    stage.publish(PARIS);
    stage.sink.failWith(null);
    assertThat(stage.serving().catchUp().get().version()).isEqualTo(2);
    assertThat(shown()).containsExactly(PARIS);
  }

  @Test
  void a_sink_that_serves_another_lake_is_refused() {
    stage.publish(BERLIN);
    ServedLake other = new ServedLake("another");
    other.commit(HOURS, Set.of(), List.of(PARIS)).publish();
    var unused = stage.sink.publish(other.publication(HOURS));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> stage.serving().catchUp())
        .withMessageContaining("it serves the lake that run another-1 began")
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_lake_that_was_set_back_is_told_from_the_one_that_is_served() {
    stage.publish(BERLIN).publish(PARIS).publish(BERLIN);
    Served before = stage.serving().catchUp().get();
    InMemoryLakeVersions setBack = new InMemoryLakeVersions();
    var first = setBack.publish(stage.versions.version(1).get());
    assertThat(first.isRight()).isTrue();

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> stage.serving(setBack).catchUp())
        .withMessageContaining("lake version 3")
        .withMessageContaining("set back to an older state")
        .matches(failure -> !failure.retryable());
    assertThat(stage.sink.served()).contains(before);
  }
}
