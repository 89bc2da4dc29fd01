package io.orderlake.adapters.filesystem.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.FeedSourceContract;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFeedSourceTest implements FeedSourceContract {
  @TempDir Path dir;

  @Override
  public FeedSource holding(String name, byte[] content) {
    try {
      return StreamFeedSource.file(Files.write(dir.resolve(name), content), Option.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FeedSource absent() {
    return StreamFeedSource.file(dir.resolve("nowhere.csv"), Option.none());
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThat(absent().lines(FeedPart.WHOLE).getLeft())
        .contains(dir.resolve("nowhere.csv").toString());
  }

  @Test
  void a_directory_is_no_feed() {
    assertThat(StreamFeedSource.file(dir, Option.none()).form().getLeft()).contains("directory");
  }
}
