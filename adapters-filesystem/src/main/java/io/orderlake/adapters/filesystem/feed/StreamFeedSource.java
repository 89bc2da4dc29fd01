package io.orderlake.adapters.filesystem.feed;

import io.orderlake.adapters.filesystem.feed.workbook.Workbook;
import io.orderlake.adapters.filesystem.feed.workbook.WorkbookBytes;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.feed.TopArray;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A feed in a file, or on a stream that is open already. */
public final class StreamFeedSource implements FeedSource {
  private interface Use<T> {
    Either<String, T> with(InputStream in) throws IOException;
  }

  /** Of a workbook that is not in a file by itself. */
  private static final int MOST_HELD = 32 << 20;

  private final String name;
  private final FeedBytes bytes;
  private final Option<Charset> encoding;
  private @Nullable Either<String, Look> look;
  private @Nullable Either<String, Workbook> workbook;

  private StreamFeedSource(String name, FeedBytes bytes, Option<Charset> encoding) {
    this.name = name;
    this.bytes = bytes;
    this.encoding = encoding;
  }

  /**
   * The feed in that file; its name is the file's without the folders. What is no regular file,
   * such as a named pipe, is read as a stream.
   *
   * @param encoding of the text; none to recognise it
   */
  public static StreamFeedSource file(Path file, Option<Charset> encoding) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return new StreamFeedSource(
        name, pipe ? new StreamBytes(new Pipe(file)) : new FeedBytes.OfFile(file), encoding);
  }

  /** The feed on that stream, which can be opened once. */
  public static StreamFeedSource stream(String name, InputStream stream, Option<Charset> encoding) {
    return new StreamFeedSource(name, new StreamBytes(stream), encoding);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isRepeatable() {
    return bytes.isRepeatable() || workbook != null;
  }

  @Override
  public Either<String, FeedForm> form() {
    return look()
        .flatMap(
            seen ->
                seen instanceof TextLook text
                    ? Either.right(text.form())
                    : workbook((WorkbookLook) seen).map(book -> FeedForm.TABLE));
  }

  @Override
  public Either<String, FeedLines> lines(FeedPart part) {
    return text().flatMap(seen -> opened(part, in -> Either.right(lines(seen, in, isCut(part)))));
  }

  /** The look at a text; none can be had at a workbook. */
  private Either<String, TextLook> text() {
    return look()
        .flatMap(
            seen ->
                seen instanceof TextLook text
                    ? Either.right(text)
                    : Either.left(
                        "it is an Excel workbook, which is a table; leave out --format jsonl"));
  }

  private static FeedLines lines(TextLook seen, InputStream stored, boolean cut)
      throws IOException {
    InputStream text = seen.opened().bytes(stored);
    return seen.form() == FeedForm.EVENTS && !seen.onLines()
        ? JsonDocuments.events(seen.opened().text(text), cut)
        : asTheyAre(seen, text, cut);
  }

  @Override
  public Either<String, FeedLines> records(FeedPart part, TopArray array) {
    return text()
        .filterOrElse(
            seen -> seen.form() == FeedForm.EVENTS,
            seen -> "it is no JSON: it begins neither with { nor with [")
        .flatMap(seen -> opened(part, in -> Either.right(records(seen, in, isCut(part), array))));
  }

  private static FeedLines records(TextLook seen, InputStream stored, boolean cut, TopArray array)
      throws IOException {
    InputStream text = seen.opened().bytes(stored);
    return seen.onLines()
        ? asTheyAre(seen, text, cut)
        : JsonDocuments.records(seen.opened().text(text), cut, array);
  }

  private static FeedLines asTheyAre(TextLook seen, InputStream text, boolean cut) {
    return new StreamFeedLines(
        seen.isUtf8() ? text : new BufferedInputStream(new Utf8Bytes(seen.opened().text(text))),
        cut);
  }

  @Override
  public Either<String, FeedTable> table(FeedPart part, TableLayout layout) {
    return look()
        .flatMap(
            seen ->
                seen instanceof TextLook text
                    ? table(text, part, layout)
                    : sheet((WorkbookLook) seen, layout));
  }

  private Either<String, FeedTable> table(TextLook seen, FeedPart part, TableLayout layout) {
    return layout.sheet().isDefined()
        ? Either.left("it is a text, which has no sheets; leave out --sheet")
        : Delimiters.of(seen.text(), layout)
            .flatMap(found -> opened(part, in -> table(seen, found, layout, in, isCut(part))));
  }

  private static Either<String, FeedTable> table(
      TextLook seen, Delimiters.Found found, TableLayout layout, InputStream stored, boolean cut)
      throws IOException {
    return CsvFeedTable.of(seen.opened().text(seen.opened().bytes(stored)), found, layout, cut);
  }

  private Either<String, FeedTable> sheet(WorkbookLook seen, TableLayout layout) {
    List<String> ofTexts =
        List.of(
                Option.when(layout.delimiter().isDefined(), "--delimiter"),
                Option.when(layout.quote().isSaid(), "--quote"),
                Option.when(encoding.isDefined(), "--encoding"))
            .flatMap(option -> option);
    return ofTexts.isEmpty()
        ? workbook(seen).flatMap(book -> book.table(layout.sheet(), layout.names()))
        : Either.left(
            "it is an Excel workbook, whose cells are no text to be taken apart; leave out "
                + ofTexts.mkString(", "));
  }

  private Either<String, Workbook> workbook(WorkbookLook seen) {
    if (workbook == null) {
      workbook =
          seen.packings().isEmpty() && bytes instanceof FeedBytes.OfFile plain
              ? Workbook.of(new WorkbookBytes.OfFile(plain.file()))
              : opened(FeedPart.WHOLE, in -> held(seen, in));
    }
    return workbook;
  }

  /** What is not a file by itself is held, since a workbook's end says where its parts are. */
  private static Either<String, Workbook> held(WorkbookLook seen, InputStream stored)
      throws IOException {
    try (InputStream in = Opened.unpacked(seen.packings(), stored)) {
      byte[] all = in.readNBytes(MOST_HELD + 1);
      return all.length > MOST_HELD
          ? Either.left(
              "it is an Excel workbook of more than "
                  + (MOST_HELD >> 20)
                  + " MiB that is compressed once more or comes on a stream; save it as a file of its"
                  + " own, and name that")
          : Workbook.of(new WorkbookBytes.InMemory(all));
    }
  }

  private boolean isCut(FeedPart part) throws IOException {
    return part == FeedPart.FIRST && bytes.isCut();
  }

  private Either<String, Look> look() {
    if (look == null) {
      look =
          opened(
              FeedPart.FIRST,
              in -> {
                try (InputStream stored = new BufferedInputStream(in, 1 << 17)) {
                  return Look.at(stored, encoding);
                }
              });
    }
    return look;
  }

  private <T> Either<String, T> opened(FeedPart part, Use<T> use) {
    InputStream in = null;
    try {
      in = bytes.open(part);
      return use.with(in);
    } catch (NoSuchFileException e) {
      return Either.left("there is no such file: " + e.getFile());
    } catch (AccessDeniedException e) {
      return Either.left("there is no permission to read " + e.getFile());
    } catch (IOException e) {
      if (in != null) {
        Closing.quietly(in);
      }
      return Either.left("cannot be read: " + Closing.reason(e));
    }
  }
}
