package io.orderlake.adapters.spark.delta.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.storage.HDFSLogStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLogStoreTest {
  private static final int WRITERS = 8;

  @TempDir private java.nio.file.Path dir;

  @Test
  void of_many_writers_of_one_version_exactly_one_succeeds() throws Exception {
    for (int version = 0; version < 50; version++) {
      Path commit =
          new Path(dir.toUri().toString(), String.format(Locale.ROOT, "%020d.json", version));
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
      List<Future<Boolean>> written = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String action = "{\"writer\":" + writer + "}";
        written.add(threads.submit(() -> writes(start, commit, action)));
      }
      start.countDown();
      List<String> winners = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        if (written.get(writer).get()) {
          winners.add("{\"writer\":" + writer + "}");
        }
      }
      threads.shutdown();

      assertThat(winners).hasSize(1);
      assertThat(Files.readAllLines(java.nio.file.Path.of(commit.toUri()))).isEqualTo(winners);
    }
    try (var left = Files.list(dir)) {
      assertThat(left).as("nothing but commits is left").hasSize(50);
    }
  }

  @Test
  void a_listing_is_what_hadoop_s_own_file_system_lists_from_that_name_on() throws IOException {
    for (int version = 7; version < 13; version++) {
      Files.writeString(
          dir.resolve(String.format(Locale.ROOT, "%020d.json", version)), "{}".repeat(version));
      Files.writeString(dir.resolve(String.format(Locale.ROOT, ".%020d.crc.crc", version)), "x");
    }
    Files.writeString(dir.resolve("_last_checkpoint"), "{}");
    Files.createDirectory(dir.resolve("_commits"));
    Configuration hadoop = new Configuration();
    Path first = new Path(dir.toUri().toString(), String.format(Locale.ROOT, "%020d.json", 10));
    List<FileStatus> expected = new ArrayList<>();
    new HDFSLogStore(hadoop).listFrom(first, hadoop).forEachRemaining(expected::add);
    List<FileStatus> found = new ArrayList<>();
    new LocalLogStore(hadoop).listFrom(first, hadoop).forEachRemaining(found::add);

    assertThat(found).extracting(FileStatus::getPath).hasSize(5);
    assertThat(found)
        .map(LocalLogStoreTest::seen)
        .isEqualTo(expected.stream().map(LocalLogStoreTest::seen).toList());
  }

  private static List<Object> seen(FileStatus file) {
    return List.of(
        file.getPath().toString(),
        file.isDirectory() ? 0L : file.getLen(),
        file.isDirectory(),
        file.getModificationTime());
  }

  @Test
  void a_log_that_is_not_there_is_no_empty_one() {
    Configuration hadoop = new Configuration();
    Path first =
        new Path(dir.toUri() + "nowhere/_delta_log", String.format(Locale.ROOT, "%020d.json", 0));

    assertThatThrownBy(() -> new LocalLogStore(hadoop).listFrom(first, hadoop))
        .isInstanceOf(FileNotFoundException.class);
  }

  private static boolean writes(CountDownLatch start, Path commit, String action) throws Exception {
    // a store of its own, as another process would have
    LocalLogStore store = new LocalLogStore(new Configuration());
    start.await();
    try {
      store.write(commit, List.of(action).iterator(), false, new Configuration());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
