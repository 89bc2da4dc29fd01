package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWatchTest {
  @TempDir Path folder;

  @Test
  void without_an_instance_to_be_had_it_looks_more_often_instead() throws IOException {
    try (DirectoryWatch watch =
        DirectoryWatch.of(
            folder,
            () -> {
              throw new IOException("User limit of inotify instances reached");
            })) {
      assertThat(watch.isWatching()).isFalse();
      watch.await(Duration.ofDays(1)); // ends, although nothing happens and nobody wakes it
    }
  }

  @Test
  void a_directory_that_cannot_be_watched_is_looked_at_more_often_instead() throws IOException {
    WatchService closed = FileSystems.getDefault().newWatchService();
    closed.close();
    try (DirectoryWatch watch = DirectoryWatch.of(folder, () -> closed)) {
      assertThat(watch.isWatching()).isFalse();
      watch.await(Duration.ofDays(1));
    }
  }

  @Test
  void otherwise_it_watches() throws IOException {
    try (DirectoryWatch watch = DirectoryWatch.of(folder)) {
      assertThat(watch.isWatching()).isTrue();
    }
  }
}
