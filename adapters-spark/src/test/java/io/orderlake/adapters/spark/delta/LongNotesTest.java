package io.orderlake.adapters.spark.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongNotesTest {
  private static final String SHORT = "{\"a\":1}";
  private static final String LONG = "{\"a\":\"Zürich\"}";

  @TempDir private Path table;
  private LongNotes notes;

  @BeforeEach
  void ofTheTable() {
    notes =
        new LongNotes(
            new org.apache.hadoop.fs.Path(table.toUri()), new Configuration(), LONG.length() - 1);
  }

  @Test
  void a_short_note_is_carried_by_its_commit() throws IOException {
    assertThat(notes.carried(SHORT)).isEqualTo(SHORT);
    assertThat(notes.read(SHORT)).isEqualTo(SHORT);
    notes.remove(SHORT);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_long_one_lies_in_a_file_until_it_is_removed() throws IOException {
    String carried = notes.carried(LONG);

    assertThat(carried).doesNotContain("Zürich");
    assertThat(notes.read(carried)).isEqualTo(LONG);
    assertThat(files()).hasSize(1);
    notes.remove(carried);
    notes.remove(carried);
    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> notes.read(carried)).isInstanceOf(LakeFailure.class);
  }

  @Test
  void one_that_was_changed_is_not_believed() throws IOException {
    String carried = notes.carried(LONG);
    Path file = files().get(0);
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.writeString(file, LONG.replace("a", "b"));

    assertThatThrownBy(() -> notes.read(carried))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContaining(file.getFileName() + " is not what its commit names");
  }

  @Test
  void what_a_process_left_that_ended_before_its_commit_is_removed_after_a_day()
      throws IOException {
    var ignored = notes.carried(LONG);
    Path left = files().get(0);
    String young = notes.carried(LONG);
    assertThat(files()).hasSize(2);
    var aged =
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    String carried = notes.carried(LONG);
    assertThat(aged).doesNotExist();
    assertThat(files()).hasSize(2);
    assertThat(notes.read(young)).isEqualTo(notes.read(carried));
  }

  private List<Path> files() throws IOException {
    Path folder = table.resolve("_notes");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }
}
