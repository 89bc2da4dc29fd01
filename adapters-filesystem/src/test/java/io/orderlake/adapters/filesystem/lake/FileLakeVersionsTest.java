package io.orderlake.adapters.filesystem.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.LakeVersionsContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLakeVersionsTest extends LakeVersionsContract {
  @TempDir Path directory;

  @Override
  protected LakeVersions open() {
    return new FileLakeVersions(directory.resolve("lake-versions"));
  }

  @Test
  void a_flipped_digit_is_named_with_its_file() throws IOException {
    publish("a");
    Path file = file(1);
    Files.writeString(file, Files.readString(file).replace("\"read\" : 10", "\"read\" : 11"));

    assertThatThrownBy(() -> open().latest())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("checksum");
  }

  @Test
  void a_version_that_is_cut_short_is_named_with_its_file() throws IOException {
    publish("a");
    Path file = file(1);
    Files.writeString(file, Files.readString(file).substring(0, 40));

    assertThatThrownBy(() -> open().latest()).hasMessageContaining(file.toString());
  }

  @Test
  void a_version_missing_among_the_others_is_named() throws IOException {
    publish("a");
    publish("b");
    publish("c");
    Files.delete(file(2));

    assertThat(open().latest().number()).isEqualTo(3);
    assertThatThrownBy(() -> open().version(2)).hasMessageContaining(file(2).toString());
    assertThatThrownBy(() -> open().publishedBy(new RunId("a"))).hasMessageContaining("missing");
  }

  @Test
  void what_a_crash_left_half_written_is_no_version() throws IOException {
    publish("a");
    Files.writeString(directory.resolve("lake-versions/.tmp-left"), "{\"number\":2");

    assertThat(open().latest().number()).isEqualTo(1);
    publish("b");
    assertThat(open().latest().number()).isEqualTo(2);
  }

  @Test
  void of_many_who_publish_one_number_at_once_one_succeeds() throws InterruptedException {
    ExecutorService many = Executors.newFixedThreadPool(8);
    CountDownLatch done = new CountDownLatch(8);
    AtomicInteger published = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      String run = "rival-" + i;
      LakeVersions versions = open();
      versions.latest();
      many.execute(
          () -> {
            published.addAndGet(publish(versions, run) ? 1 : 0);
            done.countDown();
          });
    }
    done.await();
    many.shutdown();

    assertThat(published.get()).isEqualTo((int) open().latest().number());
    assertThat(published.get()).isPositive();
  }

  private void publish(String run) {
    assertThat(publish(open(), run)).isTrue();
  }

  private static boolean publish(LakeVersions versions, String run) {
    return versions
        .publish(
            versions.latest().next(new RunId(run), 1, Runs.NOON, TreeMap.empty(), Runs.report()))
        .isRight();
  }

  private Path file(long number) {
    return directory.resolve(String.format(Locale.ROOT, "lake-versions/%020d.json", number));
  }
}
