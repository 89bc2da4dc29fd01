package io.orderlake.adapters.objectstore.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.JournalReaderContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectJournalReaderTest extends JournalReaderContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected RunJournal journal() {
    return new ObjectRunJournal(S3.place());
  }

  @Override
  protected JournalReader open() {
    return new ObjectJournalReader(S3.place());
  }

  @Test
  void a_line_that_is_missing_in_between_is_damage_and_one_at_the_beginning_is_not() {
    RunJournal journal = journal();
    for (int i = 0; i < 5; i++) {
      journal.append(new RunClaimed(1, Runs.NOON, new RunId("run-" + i)));
    }
    ControlPlace lines = S3.place().below("runs/journal");
    lines.delete(Numbered.name(1, ".jsonl"));
    assertThat(open().after(0).events()).hasSize(4);
    assertThat(open().after(1).last()).isEqualTo(5);

    lines.delete(Numbered.name(4, ".jsonl"));
    assertThatThrownBy(() -> open().after(0))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll("line 4", "missing");
    assertThatThrownBy(() -> open().after(4)).hasMessageContaining("missing");
  }
}
