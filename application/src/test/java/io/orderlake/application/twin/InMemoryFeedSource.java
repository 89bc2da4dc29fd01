package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.feed.TopArray;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

/** A feed of UTF-8 in memory, events one on a line; one without content cannot be opened. */
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
  public boolean isRepeatable() {
    return true;
  }

  private Either<String, byte[]> opened() {
    return content
        .toEither("there is nothing")
        .filterOrElse(bytes -> !new String(bytes, ISO_8859_1).isBlank(), bytes -> "it is empty");
  }

  @Override
  public Either<String, FeedForm> form() {
    return opened()
        .map(
            bytes ->
                new String(bytes, ISO_8859_1).strip().startsWith("{")
                    ? FeedForm.EVENTS
                    : FeedForm.TABLE);
  }

  @Override
  public Either<String, FeedLines> lines(FeedPart part) {
    return opened().map(InMemoryFeedSource::linesOf);
  }

  private static FeedLines linesOf(byte[] content) {
    String text = new String(content, ISO_8859_1);
    String[] lines = text.split("\n", -1);
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
  public Either<String, FeedLines> records(FeedPart part, TopArray array) {
    return opened()
        .filterOrElse(
            bytes -> "{[".indexOf(new String(bytes, ISO_8859_1).strip().charAt(0)) >= 0,
            bytes -> "it is no JSON")
        .map(
            bytes ->
                isOfObjects(new String(bytes, ISO_8859_1))
                    ? linesOf(bytes)
                    : new Values(new PlainJson(new String(bytes, UTF_8)), array));
  }

  private static boolean isOfObjects(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    long objects =
        lines.stream().filter(line -> line.startsWith("{") && line.endsWith("}")).count();
    return objects * 2 >= lines.size();
  }

  private record Values(PlainJson json, TopArray array) implements FeedLines {
    @Override
    public Either<String, Option<FeedLine>> next() {
      try {
        PlainJson.Value next = json.nextValue(array == TopArray.RECORDS);
        return Either.right(
            Option.of(next)
                .map(
                    value ->
                        new FeedLine(value.line(), value.node().value().json().getBytes(UTF_8))));
      } catch (PlainJson.Malformed e) {
        return Either.left("line " + json.line() + ": " + e.getMessage());
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public Either<String, FeedTable> table(FeedPart part, TableLayout layout) {
    return opened()
        .filterOrElse(bytes -> layout.sheet().isEmpty(), bytes -> "there are no sheets")
        .flatMap(
            bytes -> {
              try {
                String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return Either.right(new Table(text, layout));
              } catch (CharacterCodingException e) {
                return Either.left("not UTF-8");
              }
            });
  }

  private static final class Table implements FeedTable {
    private final PlainCsv csv;
    private final char delimiter;
    private final Array<String> columns;
    private long rows;

    Table(String text, TableLayout layout) {
      this.delimiter = layout.delimiter().getOrElse(',');
      this.csv = new PlainCsv(text, delimiter, layout.quote().sign());
      this.columns =
          layout
              .names()
              .map(Array::ofAll)
              .getOrElse(() -> Array.ofAll(csv.nextRow()))
              .map(CellText::clean);
    }

    @Override
    public Seq<String> columns() {
      return columns;
    }

    @Override
    public Option<Character> delimiter() {
      return Option.some(delimiter);
    }

    @Override
    public Option<String> note() {
      return Option.none();
    }

    @Override
    public Either<String, Option<FeedRow>> next() {
      rows++;
      try {
        Array<String> cells = Array.ofAll(csv.nextRow());
        return Either.right(
            Option.when(cells.nonEmpty(), () -> new FeedRow(rows, csv.line(), cells)));
      } catch (IllegalStateException e) {
        return Either.left("row " + rows + " (line " + csv.line() + "): " + e.getMessage());
      }
    }

    @Override
    public void close() {}
  }
}
