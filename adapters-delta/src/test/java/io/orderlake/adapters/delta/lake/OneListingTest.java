package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.defaults.engine.DefaultFileSystemClient;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneListingTest {
  @TempDir Path log;

  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void haveKernelWriteTheUsualDigits() {
    KernelLake.at(log);
  }

  @Test
  void the_last_checkpoint_and_the_commits_since_are_found_by_one_look() throws IOException {
    commits(0, 2_010);
    checkpoint(1_990, "content");
    OneListing listing = at(2_005);

    assertThat(names(listing, 1_005)).contains(file(1_990, "checkpoint.parquet"));
    assertThat(names(listing, 1_990))
        .startsWith(file(1_990, "checkpoint.parquet"), file(1_990, "json"))
        .contains(file(2_005, "json"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void without_a_checkpoint_near_by_it_looks_as_far_back_as_is_asked() throws IOException {
    commits(0, 1_500);
    checkpoint(700, "content");
    checkpoint(1_400, "");
    OneListing listing = at(1_450);

    assertThat(names(listing, 450)).startsWith(file(450, "json"));
    assertThat(names(listing, 700)).startsWith(file(700, "checkpoint.parquet"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_checkpoint_of_a_later_version_is_none_for_this_one() throws IOException {
    commits(0, 300);
    checkpoint(100, "content");
    checkpoint(280, "content");
    OneListing listing = at(250);

    assertThat(names(listing, 0)).contains(file(100, "checkpoint.parquet"));
  }

  @Test
  void a_young_table_is_looked_at_once() throws IOException {
    commits(0, 3);
    OneListing listing = at(3);

    assertThat(names(listing, 0)).hasSize(4);
    assertThat(names(listing, 0)).hasSize(4);
    assertThat(asked).hasSize(1);
  }

  private OneListing at(long version) {
    return new OneListing(new Asked(asked), version);
  }

  private List<String> names(OneListing listing, long from) throws IOException {
    List<String> names = new ArrayList<>();
    try (CloseableIterator<FileStatus> files =
        listing.listFrom("file:" + log.resolve(file(from, "")))) {
      files.forEachRemaining(
          each -> names.add(each.getPath().substring(each.getPath().lastIndexOf('/') + 1)));
    }
    return names;
  }

  private void commits(long first, long last) throws IOException {
    for (long version = first; version <= last; version++) {
      Files.writeString(log.resolve(file(version, "json")), "{}");
    }
  }

  private void checkpoint(long version, String content) throws IOException {
    Files.writeString(log.resolve(file(version, "checkpoint.parquet")), content);
  }

  private static String file(long version, String kind) {
    return String.format(Locale.ROOT, "%020d.%s", version, kind);
  }

  /** Notes what is listed. */
  private static final class Asked extends DefaultFileSystemClient {
    private final List<String> asked;

    Asked(List<String> asked) {
      super(new Configuration());
      this.asked = asked;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
      asked.add(path);
      return super.listFrom(path);
    }
  }
}
