package io.orderlake.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunnerEvent;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.vavr.collection.TreeMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
  static Stream<JournalEvent> events() {
    return Stream.of(
        new RunEvent.RunRequested(1, Runs.NOON, Runs.request("a")),
        new RunEvent.RunClaimed(1, Runs.NOON, Runs.request("a").runId()),
        new RunEvent.RunStarted(1, Runs.NOON, Runs.request("a").runId(), 2),
        new RunEvent.RunAbandoned(2, Runs.NOON, Runs.request("a").runId(), "it died"),
        Runs.succeeded("a").event(),
        Runs.succeeded("a", Runs.lineage()).event(),
        Runs.succeeded("a", new GoldDelays(TreeMap.of(500L, 3L, 2_000L, 1L), 4, 5_000)).event(),
        Runs.failed("a").event(),
        Runs.differing("a", TreeMap.of(TableId.SILVER_ORDERS, 3L)).event(),
        Runs.rejected("a").event(),
        new RunnerEvent.RunnerTookOver(1, Runs.NOON, "4711@host"),
        new RunnerEvent.RunnerStoodDown(1, Runs.NOON),
        new RunnerEvent.JournalMended(1, Runs.NOON, "12 bytes"),
        new RunnerEvent.FileRejected(1, Runs.NOON, "a b.json", "no"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_read_back_as_it_was_written(JournalEvent event) throws MalformedJson {
    assertThat(EventJson.read(StrictJson.read(EventJson.write(event)))).isEqualTo(event);
  }

  @Test
  void every_kind_of_event_is_tried() {
    assertThat(events().map(Object::getClass).distinct())
        .hasSize(
            RunEvent.class.getPermittedSubclasses().length
                + RunnerEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void an_event_of_another_kind_or_with_another_field_is_refused() {
    for (String event :
        List.of(
            "{\"epoch\":1,\"at\":\"2026-11-22T12:00:00Z\",\"type\":\"run_paused\"}",
            "{\"epoch\":1,\"at\":\"2026-11-22T12:00:00Z\",\"type\":\"runner_stood_down\",\"why\":\"\"}")) {
      assertThatThrownBy(() -> EventJson.read(StrictJson.read(event)))
          .isInstanceOf(MalformedJson.class)
          .hasMessageContaining("unknown");
    }
  }
}
