package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.FeedSourceContract;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

class StreamFeedSourceTest implements FeedSourceContract {
  @Override
  public FeedSource holding(String name, byte[] content) {
    return StreamFeedSource.stream(name, new ByteArrayInputStream(content));
  }

  @Override
  public FeedSource absent() {
    return StreamFeedSource.stream("broken", new Broken());
  }

  /** A stream that fails as soon as it is read. */
  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the pipe broke");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return read();
    }
  }

  @Test
  void a_stream_that_breaks_names_the_line() {
    InputStream in =
        new SequenceInputStream(new ByteArrayInputStream("a\nb\nc".getBytes(UTF_8)), new Broken());
    try (FeedLines lines = StreamFeedSource.stream("stdin", in).lines().get()) {
      assertThat(lines.next().isRight()).isTrue();
      assertThat(lines.next().isRight()).isTrue();
      assertThat(lines.next().getLeft()).contains("line 3").contains("the pipe broke");
    }
  }
}
