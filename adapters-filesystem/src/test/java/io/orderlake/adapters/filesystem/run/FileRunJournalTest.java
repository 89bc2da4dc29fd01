package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.RunJournalContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunJournalTest extends RunJournalContract {
  @TempDir Path directory;

  @Override
  protected RunJournal open() {
    return new FileRunJournal(directory.resolve("journal"));
  }

  @Test
  void a_journal_cut_anywhere_in_its_last_line_is_mended_and_nothing_else_is_lost()
      throws IOException {
    writeTo("journal", 3);
    byte[] whole = Files.readAllBytes(segment(1));
    int lastLine =
        new String(whole, 0, whole.length - 1, StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
    for (int cut = lastLine + 1; cut < whole.length; cut++) {
      Files.write(segment(1), Arrays.copyOf(whole, cut));

      assertThat(open().recent(10)).as("cut at " + cut).isEqualTo(events(2));
      RunJournal restarted = open();
      assertThat(restarted.mend()).as("cut at " + cut).hasSize(1);
      assertThat(restarted.recent(10)).as("cut at " + cut).isEqualTo(events(2));
      assertThat(directory.resolve("journal/torn/" + segment(1).getFileName() + "." + lastLine))
          .hasBinaryContent(Arrays.copyOfRange(whole, lastLine, cut));

      restarted.append(events(3).last());
      assertThat(open().recent(10)).as("cut at " + cut).isEqualTo(events(3));
    }
  }

  @Test
  void damage_before_the_end_is_named_with_file_and_line() throws IOException {
    writeTo("journal", 3);
    Files.writeString(segment(1), Files.readString(segment(1)).replace("run-2", "run-9"));

    for (RunJournal journal : List.of(open(), open())) {
      assertThatThrownBy(() -> journal.recent(10))
          .isInstanceOf(LakeFailure.class)
          .hasMessageContaining(segment(1).toString())
          .hasMessageContaining("line 2")
          .hasMessageContaining("checksum");
    }
    assertThatThrownBy(() -> open().mend()).hasMessageContaining("line 2");
  }

  @Test
  void a_line_that_was_taken_out_is_noticed() throws IOException {
    writeTo("journal", 3);
    java.util.List<String> lines = Files.readAllLines(segment(1));
    Files.writeString(segment(1), lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(2) + "\n");

    assertThatThrownBy(() -> open().recent(10)).hasMessageContaining("its number is 3, expected 2");
  }

  @Test
  void segments_follow_each_other_and_are_read_as_one() {
    FileRunJournal journal = small();
    events(9).forEach(journal::append);

    assertThat(JournalSegment.in(directory.resolve("journal")).size()).isGreaterThan(2);
    assertThat(open().recent(100)).isEqualTo(events(9));
    assertThat(open().recent(4)).isEqualTo(events(9).takeRight(4));
    assertThat(open().history(new RunId("run-1"))).hasSize(1);
  }

  @Test
  void a_segment_missing_between_others_is_noticed() throws IOException {
    FileRunJournal journal = small();
    events(9).forEach(journal::append);
    Files.delete(JournalSegment.in(directory.resolve("journal")).get(1).file());

    assertThatThrownBy(() -> open().recent(100)).hasMessageContaining("is missing");
  }

  @Test
  void a_segment_that_a_crash_left_empty_is_gone_on_with() throws IOException {
    writeTo("journal", 3);
    Files.createFile(segment(4));

    RunJournal restarted = open();
    assertThat(restarted.mend()).isEmpty();
    restarted.append(events(4).last());
    assertThat(open().recent(100)).isEqualTo(events(4));
  }

  @Test
  void a_second_writer_is_noticed() throws IOException {
    RunJournal journal = open();
    journal.append(events(1).head());
    Files.writeString(segment(1), "x", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> journal.append(events(1).head()))
        .hasMessageContaining("somebody else writes");
  }

  private FileRunJournal small() {
    return new FileRunJournal(directory.resolve("journal"), 200);
  }

  private void writeTo(String name, int count) {
    FileRunJournal journal = new FileRunJournal(directory.resolve(name));
    events(count).forEach(journal::append);
    journal.close();
  }

  private static List<JournalEvent> events(int count) {
    return List.rangeClosed(1, count).map(i -> new RunClaimed(1, Runs.NOON, new RunId("run-" + i)));
  }

  private Path segment(long first) {
    return directory.resolve(String.format(Locale.ROOT, "journal/%020d.jsonl", first));
  }
}
