package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.JournalReaderContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalReaderTest extends JournalReaderContract {
  @TempDir Path directory;

  @Override
  protected RunJournal journal() {
    return new FileRunJournal(directory, 1_000);
  }

  @Override
  protected JournalReader open() {
    return new FileJournalReader(directory);
  }

  @Test
  void a_last_line_that_is_not_whole_is_none_yet() throws IOException {
    write(2);
    Path newest = segments().get(segments().size() - 1);
    byte[] whole = Files.readAllBytes(newest);
    Files.write(
        newest,
        "{\"crc32c\":\"0000".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);
    JournalReader reader = open();

    assertThat(reader.after(0).last()).isEqualTo(2);
    assertThat(reader.after(2).events()).isEmpty();

    Files.write(newest, whole);
    append("run-2");
    assertThat(reader.after(2).events()).hasSize(1);
  }

  @Test
  void a_history_that_was_moved_elsewhere_begins_with_what_is_left() throws IOException {
    write(40);
    long first = Long.parseLong(segments().get(1).getFileName().toString(), 0, 20, 10);
    Files.delete(segments().get(0));

    JournalReader.Page page = open().after(0);

    assertThat(page.events().head()).isEqualTo(claimed("run-" + (first - 1)));
    assertThat(page.last()).isGreaterThanOrEqualTo(first);
  }

  @Test
  void a_segment_that_is_missing_in_between_is_damage() throws IOException {
    write(40);
    Files.delete(segments().get(1));
    JournalReader reader = open();

    assertThatThrownBy(() -> reader.after(0))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void a_line_that_was_changed_is_named_also_when_the_lines_before_it_are_known()
      throws IOException {
    write(2);
    JournalReader reader = open();
    assertThat(reader.after(0).last()).isEqualTo(2);
    append("run-2");
    append("run-3");
    Path file = segments().get(0);
    Files.writeString(file, Files.readString(file).replace("run-2", "run-9"));

    assertThatThrownBy(() -> reader.after(2))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("checksum");
  }

  private void write(int events) {
    for (int i = 0; i < events; i++) {
      append("run-" + i);
    }
  }

  private void append(String run) {
    journal().append(claimed(run));
  }

  private static JournalEvent claimed(String run) {
    return new RunClaimed(1, Runs.NOON, new RunId(run));
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
