package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.FeedSourceContract;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFeedSourceTest implements FeedSourceContract {
  @Override
  public FeedSource holding(String name, byte[] content) {
    return StreamFeedSource.stream(name, new ByteArrayInputStream(content), Option.none());
  }

  @Override
  public FeedSource absent() {
    return StreamFeedSource.stream("broken", new Broken(), Option.none());
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
    try (FeedLines lines =
        StreamFeedSource.stream("stdin", in, Option.none()).lines(FeedPart.WHOLE).get()) {
      assertThat(lines.next().isRight()).isTrue();
      assertThat(lines.next().isRight()).isTrue();
      assertThat(lines.next().getLeft()).contains("line 3").contains("the pipe broke");
    }
  }

  @Test
  void a_stream_that_has_ended_can_be_opened_again_and_one_that_broke_cannot() {
    byte[] text = "{\"a\":1}\n{\"a\":2}".getBytes(UTF_8);
    FeedSource ended = holding("stdin", text);
    FeedSource broken =
        StreamFeedSource.stream(
            "stdin",
            new SequenceInputStream(new ByteArrayInputStream(text), new Broken()),
            Option.none());

    assertThat(ended.isRepeatable()).isFalse();
    assertThat(ended.form().isRight()).isTrue();
    assertThat(broken.form().isRight()).isTrue();
    assertThat(ended.isRepeatable()).isTrue();
    assertThat(broken.isRepeatable()).isFalse();
    assertThat(numbers(ended, FeedPart.WHOLE)).containsExactly(1L, 2L);
    assertThat(numbers(ended, FeedPart.WHOLE)).containsExactly(1L, 2L);
  }

  @Test
  void of_a_stream_that_goes_on_the_whole_lines_that_have_come_can_be_looked_at()
      throws IOException {
    PipedOutputStream writer = new PipedOutputStream();
    PipedInputStream reader = new PipedInputStream(writer, 1 << 16);
    writer.write("{\"a\":1}\n{\"a\":2}\n{\"a\":".getBytes(UTF_8));
    writer.flush();
    StreamFeedSource source = StreamFeedSource.stream("stdin", reader, Option.none());

    assertThat(source.isRepeatable()).isFalse();
    assertThat(source.form()).isEqualTo(Either.right(FeedForm.EVENTS));
    assertThat(numbers(source, FeedPart.FIRST)).containsExactly(1L, 2L);
    assertThat(source.isRepeatable()).isFalse();
    writer.write("3}\n{\"a\":4}".getBytes(UTF_8));
    writer.close();

    assertThat(numbers(source, FeedPart.WHOLE)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(source.isRepeatable()).isFalse();
  }

  @Test
  void of_a_table_that_goes_on_the_rows_that_have_come_can_be_looked_at() throws IOException {
    PipedOutputStream writer = new PipedOutputStream();
    PipedInputStream reader = new PipedInputStream(writer, 1 << 16);
    writer.write("a,b\n1,2\n3,4\n5,\"".getBytes(UTF_8));
    writer.flush();
    StreamFeedSource source = StreamFeedSource.stream("stdin", reader, Option.none());

    assertThat(rows(source, FeedPart.FIRST)).isBetween(1L, 2L);
    writer.write("6\"\n".getBytes(UTF_8));
    writer.close();

    assertThat(rows(source, FeedPart.WHOLE)).isEqualTo(3);
  }

  private static List<Long> numbers(FeedSource source, FeedPart part) {
    List<Long> numbers = new ArrayList<>();
    try (FeedLines lines = source.lines(part).get()) {
      for (var line = lines.next().get(); line.isDefined(); line = lines.next().get()) {
        numbers.add(line.get().number());
      }
    }
    return numbers;
  }

  private static long rows(StreamFeedSource source, FeedPart part) {
    long rows = 0;
    try (FeedTable table = source.table(part, TableLayout.UNKNOWN).get()) {
      while (table.next().get().isDefined()) {
        rows++;
      }
    }
    return rows;
  }
}
