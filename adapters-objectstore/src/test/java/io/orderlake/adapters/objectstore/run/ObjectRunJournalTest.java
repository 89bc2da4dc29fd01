package io.orderlake.adapters.objectstore.run;

import static io.orderlake.application.contract.Runs.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import io.orderlake.application.contract.RunJournalContract;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunnerEvent.RunnerTookOver;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectRunJournalTest extends RunJournalContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected RunJournal open() {
    return new ObjectRunJournal(S3.place());
  }

  @Test
  void a_runner_that_was_replaced_writes_no_more_though_it_slept_through_it() {
    RunJournal sleeper = open();
    sleeper.append(claimed(1, 1));
    RunJournal next = open();
    next.mend();
    next.append(new RunnerTookOver(2, NOON, "next"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> sleeper.append(claimed(1, 2)))
          .isInstanceOf(LakeFailure.class)
          .hasMessageContainingAll("another runner has taken over", "epoch 2", "1");
    }
    next.append(claimed(2, 2));
    assertThat(open().recent(9))
        .containsExactly(claimed(1, 1), new RunnerTookOver(2, NOON, "next"), claimed(2, 2));
  }

  @Test
  void a_runner_that_takes_over_goes_on_behind_what_the_last_one_wrote_meanwhile() {
    RunJournal next = open();
    next.mend();
    RunJournal last = open();
    last.append(claimed(1, 1));
    last.append(claimed(1, 2));
    next.append(claimed(2, 3));

    assertThat(open().recent(9)).containsExactly(claimed(1, 1), claimed(1, 2), claimed(2, 3));
    assertThat(next.recent(9)).hasSize(3);
  }

  @Test
  void an_event_whose_answer_is_lost_is_there_once() {
    RunJournal journal = open();
    for (int event = 0; event < 3; event++) {
      S3.proxy()
          .treat(
              request -> {
                S3.proxy().treat(others -> new Treatment.Passed());
                return new Treatment.AnswerLost();
              });
      journal.append(claimed(1, event));
    }
    assertThat(open().recent(9)).containsExactly(claimed(1, 0), claimed(1, 1), claimed(1, 2));
  }

  @Test
  void old_lines_are_read_joined_and_as_well_one_by_one() {
    RunJournal journal = open();
    Vector<JournalEvent> events = Vector.range(0, 250).map(i -> claimed(1, i));
    events.forEach(journal::append);
    S3.proxy().counted();
    assertThat(open().recent(1_000)).isEqualTo(events);
    assertThat(S3.proxy().counted().get("GET")).isLessThan(60);

    S3.place().below("runs/journal/joined").delete(Numbered.name(1, ".jsonl"));
    assertThat(open().recent(1_000)).isEqualTo(events);
    S3.place().below("runs/journal").delete("_joined");
    assertThat(open().recent(1_000)).isEqualTo(events);
    S3.place().below("runs/journal").put("_joined", "99999".getBytes(UTF_8));
    assertThat(open().recent(1_000)).isEqualTo(events);
  }

  @Test
  void a_writer_asks_for_nothing_that_it_knows() {
    RunJournal journal = open();
    journal.append(claimed(1, 1));
    journal.history(new RunId("run-1"));
    S3.proxy().counted();
    journal.append(claimed(1, 2));
    assertThat(S3.proxy().counted()).containsOnlyKeys("PUT").containsEntry("PUT", 1);
    assertThat(journal.history(new RunId("run-2"))).hasSize(1);
    assertThat(S3.proxy().counted()).containsEntry("GET", 1);
  }

  @Test
  void a_line_that_was_changed_is_named_and_so_is_one_that_is_missing() {
    RunJournal journal = open();
    Vector.range(0, 4).forEach(i -> journal.append(claimed(1, i)));
    ControlPlace lines = S3.place().below("runs/journal");
    String third = Numbered.name(3, ".jsonl");
    byte[] was = lines.get(third).get();
    lines.put(third, new String(was, UTF_8).replace("run-2", "run-9").getBytes(UTF_8));
    assertThatThrownBy(() -> open().recent(9))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll(lines.shown(third), "checksum");

    lines.delete(third);
    assertThatThrownBy(() -> open().recent(9)).hasMessageContainingAll("line 3", "missing");
  }

  @Test
  void a_history_that_was_moved_elsewhere_begins_with_what_is_left() {
    RunJournal journal = open();
    Vector.range(0, 9).forEach(i -> journal.append(claimed(1, i)));
    ControlPlace lines = S3.place().below("runs/journal");
    for (StoredObject line : lines.list("").take(4)) {
      lines.delete(line.name());
    }
    RunJournal later = open();
    assertThat(later.recent(20)).hasSize(5);
    later.append(claimed(1, 9));
    assertThat(open().recent(20)).hasSize(6);
  }

  private static JournalEvent claimed(long epoch, int run) {
    return new RunClaimed(epoch, NOON, new RunId("run-" + run));
  }
}
