package io.orderlake.application.serve;

import static io.orderlake.application.contract.Runs.NOON;
import static io.orderlake.application.serve.ServeStage.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.application.twin.InMemoryOperationsSink;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemoryRunJournal;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunState;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellOperationsTest {
  private final ServeStage stage = new ServeStage();
  private final InMemoryRunJournal journal = new InMemoryRunJournal();
  private final InMemoryOperationsSink told = new InMemoryOperationsSink(stage.sink);
  private Instant now = NOON;

  @BeforeEach
  void serve() {
    stage.publish(BERLIN);
  }

  /** As a process tells that has just begun. */
  private TellOperations telling() {
    return new TellOperations(
        stage.versions,
        journal,
        new ShowQuarantine(stage.versions, new InMemoryQuarantineView()),
        told,
        () -> now);
  }

  private static void all(TellOperations telling) {
    while (telling.tell()) {
      // The next part.
    }
  }

  private void begin(String id) {
    journal.append(new RunEvent.RunRequested(1, NOON, Runs.request(id, 0)));
    journal.append(new RunEvent.RunClaimed(1, NOON, new RunId(id)));
    journal.append(new RunEvent.RunStarted(1, NOON, new RunId(id), 1));
  }

  private void end(String id) {
    journal.append(
        new RunEvent.RunSucceeded(
            1, NOON, new RunId(id), RunOutcome.of(RunReport.nothing(), LakeVersion.empty())));
  }

  private boolean isEnded(String id) {
    return told.runs().get(new RunId(id)).get() instanceof RunState.Ended;
  }

  @Test
  void nothing_is_told_before_a_version_is_served() {
    begin("a");
    all(telling());
    assertThat(told.runs()).isEmpty();

    assertThat(stage.serving().catchUp()).isNotEmpty();
    all(telling());
    assertThat(told.runs()).hasSize(1);
  }

  @Test
  void a_run_that_was_open_when_the_teller_was_killed_is_told_when_it_ends() {
    assertThat(stage.serving().catchUp()).isNotEmpty();
    begin("done");
    end("done");
    begin("open");
    begin("late");
    end("late");
    all(telling());
    assertThat(isEnded("done")).isTrue();
    assertThat(isEnded("open")).isFalse();
    assertThat(told.told()).contains(4L);

    end("open");
    all(telling());
    assertThat(isEnded("open")).isTrue();
    assertThat(told.runs()).hasSize(3);
    assertThat(told.told()).contains(12L);
  }

  @Test
  void one_teller_goes_on_where_it_is() {
    assertThat(stage.serving().catchUp()).isNotEmpty();
    TellOperations telling = telling();
    begin("a");
    all(telling);
    end("a");
    begin("b");
    all(telling);

    assertThat(isEnded("a")).isTrue();
    assertThat(isEnded("b")).isFalse();
  }

  @Test
  void a_sink_that_was_begun_anew_is_told_all_again() {
    assertThat(stage.serving().catchUp()).isNotEmpty();
    TellOperations telling = telling();
    begin("a");
    end("a");
    all(telling);
    told.forget();
    all(telling);
    assertThat(told.runs()).isEmpty();

    now = now.plusSeconds(60);
    all(telling);
    assertThat(isEnded("a")).isTrue();
  }

  @Test
  void runs_of_long_ago_are_not_told() {
    assertThat(stage.serving().catchUp()).isNotEmpty();
    begin("old");
    end("old");
    begin("open");
    now = NOON.plusSeconds(40L * 86_400);
    all(telling());

    assertThat(told.runs().keySet().map(RunId::value)).containsExactly("open");
  }
}
