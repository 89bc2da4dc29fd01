package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Locale;

/** A feed in memory; one without content cannot be opened. */
public final class InMemoryFeedSource implements FeedSource {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final String name;
  private final Option<byte[]> content;

  private InMemoryFeedSource(String name, Option<byte[]> content) {
    this.name = name;
    this.content = content;
  }

  public static InMemoryFeedSource of(String name, byte[] content) {
    boolean marked = new String(content, ISO_8859_1).startsWith(BYTE_ORDER_MARK);
    return new InMemoryFeedSource(
        name, Option.of(marked ? Arrays.copyOfRange(content, 3, content.length) : content));
  }

  public static InMemoryFeedSource of(String name, String content) {
    return of(name, content.getBytes(UTF_8));
  }

  public static InMemoryFeedSource absent(String name) {
    return new InMemoryFeedSource(name, Option.none());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Either<String, FeedLines> lines() {
    return content.toEither("there is nothing").map(InMemoryFeedSource::linesOf);
  }

  private static FeedLines linesOf(byte[] content) {
    String text = new String(content, ISO_8859_1);
    String[] lines = text.isEmpty() ? new String[0] : text.split("\n", -1);
    int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
    return new FeedLines() {
      private int read;

      @Override
      public Either<String, Option<FeedLine>> next() {
        if (read >= count) {
          return Either.right(Option.none());
        }
        String line = lines[read++].replaceFirst("\r$", "");
        return line.length() > LONGEST
            ? Either.left("line " + read + " is too long")
            : Either.right(Option.of(new FeedLine(read, line.getBytes(ISO_8859_1))));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Either<String, FeedTable> table() {
    return content.toEither("there is nothing").flatMap(InMemoryFeedSource::tableOf);
  }

  private static Either<String, FeedTable> tableOf(byte[] content) {
    PlainCsv csv;
    try {
      csv = new PlainCsv(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Either.left("not UTF-8");
    }
    Array<String> columns = Array.ofAll(csv.nextRow()).map(String::strip);
    if (columns.isEmpty()) {
      return Either.left("there is no header");
    }
    Array<String> named = columns.reject(String::isEmpty);
    if (named.distinct().size() < named.size()) {
      return Either.left("columns alike: " + columns.mkString("'", "', '", "'"));
    }
    return Either.right(
        new FeedTable() {
          private long rows;

          @Override
          public Seq<String> columns() {
            return columns;
          }

          @Override
          public Either<String, Option<FeedRow>> next() {
            rows++;
            try {
              Array<String> cells = Array.ofAll(csv.nextRow());
              if (cells.size() > columns.size()) {
                return Either.left(
                    String.format(
                        Locale.ROOT,
                        "row %d: %d cells, %d columns",
                        rows,
                        cells.size(),
                        columns.size()));
              }
              return Either.right(
                  Option.when(
                      cells.nonEmpty(), () -> new FeedRow(rows, cells.padTo(columns.size(), ""))));
            } catch (IllegalStateException e) {
              return Either.left("row " + rows + ": " + e.getMessage());
            }
          }

          @Override
          public void close() {}
        });
  }
}
