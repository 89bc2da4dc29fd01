package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.KeptFoldContract;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.KeptFold.Folded;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeptFoldTest extends KeptFoldContract {
  private static final Folded FOLDED = new Folded("1-a", 30, List.of("x\t1", "y\t2"));

  @TempDir Path runs;

  @Override
  protected RunJournal journal() {
    return new FileRunJournal(directory(), 1_000);
  }

  @Override
  protected KeptFold open() {
    return new FileKeptFold(directory(), file());
  }

  private Path directory() {
    return runs.resolve("journal");
  }

  private Path file() {
    return runs.resolve("journal-fold");
  }

  @Override
  protected void replaceJournal() {
    try {
      for (Path segment : segments()) {
        Files.delete(segment);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private java.util.List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.sorted().toList();
    }
  }

  @Test
  void without_the_oldest_events_it_fits_no_more() throws IOException {
    write("a", 40);
    open().keep(FOLDED);
    Files.delete(segments().get(0));

    assertThat(open().read()).isEmpty();
  }

  @Test
  void damaged_anywhere_it_is_not_there() throws IOException {
    write("a", 40);
    open().keep(FOLDED);
    byte[] whole = Files.readAllBytes(file());
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      assertThat(open().read()).as("seed %s, byte %s", seed, i).isEmpty();
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      assertThat(open().read()).as("%s bytes", length).isEmpty();
    }
    Files.write(file(), whole);
    assertThat(open().read()).contains(FOLDED);
  }

  @Test
  void a_journal_that_cannot_be_read_keeps_nothing_and_has_nothing_kept() throws IOException {
    write("a", 40);
    open().keep(FOLDED);
    Path first = segments().get(0);
    Files.writeString(first, Files.readString(first).replace("a-0", "b-0"));
    assertThat(open().read()).isEmpty();

    Files.delete(file());
    open().keep(FOLDED);
    assertThat(file()).doesNotExist();
  }

  @Test
  void where_nothing_can_be_written_nothing_is_kept() throws IOException {
    write("a", 40);
    Path nowhere = runs.resolve("no-such-directory").resolve("journal-fold");

    new FileKeptFold(directory(), nowhere).keep(FOLDED);

    assertThat(nowhere).doesNotExist();
  }
}
