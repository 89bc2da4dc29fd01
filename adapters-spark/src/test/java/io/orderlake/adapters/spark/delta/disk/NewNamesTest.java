package io.orderlake.adapters.spark.delta.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewNamesTest {
  private static final NewNames LINKED = new NewNames(Files::createLink);
  private static final NewNames WITHOUT_LINKS =
      new NewNames(
          (name, existing) -> {
            throw new FileSystemException(name.toString(), null, "Operation not permitted");
          });

  @TempDir Path folder;

  @Test
  void a_name_is_given_once_with_links_and_without() throws IOException {
    for (NewNames names : List.of(LINKED, WITHOUT_LINKS)) {
      Path target = folder.resolve("name" + names.hashCode());
      names.give(target, written("first"), folder.resolve("lock"));
      assertThatThrownBy(() -> names.give(target, written("second"), folder.resolve("lock")))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThat(target).hasContent("first");
    }
  }

  @Test
  void of_many_at_once_one_gets_the_name() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 30; round++) {
        Path target = folder.resolve("round" + round);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Path written = written("content of " + i);
          tries.add(many.submit(() -> gets(target, written)));
        }
        int winners = 0;
        for (Future<Boolean> attempt : tries) {
          winners += attempt.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
        assertThat(target).isNotEmptyFile();
      }
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void what_links_are_not_to_blame_for_is_thrown_on() {
    assertThatThrownBy(
            () -> LINKED.give(folder.resolve("x"), folder.resolve("none"), folder.resolve("lock")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private boolean gets(Path target, Path written) throws IOException {
    try {
      WITHOUT_LINKS.give(target, written, folder.resolve("lock"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private Path written(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "written", ""), content);
  }
}
