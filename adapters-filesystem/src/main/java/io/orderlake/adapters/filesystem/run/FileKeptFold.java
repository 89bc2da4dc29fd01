package io.orderlake.adapters.filesystem.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.KeptFold;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fold as a file of lines: the CRC-32C of all that follows, the folding program's version, the
 * number of the last event, what the journal is told by, the state. The journal is told by the
 * numbers and checksums of its first line and of that last one.
 */
public final class FileKeptFold implements KeptFold {
  private static final Logger LOG = LoggerFactory.getLogger(FileKeptFold.class);
  private static final int SIZE_LIMIT = 16 << 20;
  private static final int HEAD = 4;

  private final Path journal;
  private final Path file;

  /**
   * The fold of a journal.
   *
   * @param journal {@code runs/journal}; need not exist yet
   * @param file where it is kept, in a directory that is there where the journal is
   */
  public FileKeptFold(Path journal, Path file) {
    this.journal = journal;
    this.file = file;
  }

  @Override
  public Option<Folded> read() {
    try {
      if (!Files.exists(file)) {
        return Option.none();
      }
      List<String> lines =
          List.of(new String(DurableFiles.read(file, SIZE_LIMIT), UTF_8).split("\n", -1));
      if (lines.size() < HEAD || !lines.head().equals(checksum(lines.tail()))) {
        return Option.none();
      }
      long number = Long.parseLong(lines.get(2));
      return mark(number).contains(lines.get(3))
          ? Option.some(new Folded(lines.get(1), number, lines.drop(HEAD)))
          : Option.none();
    } catch (IOException | LakeFailure | NumberFormatException e) {
      LOG.debug("what was kept of the journal in {} is not used", file, e);
      return Option.none();
    }
  }

  @Override
  public void keep(Folded folded) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isWritable(directory)) {
      return;
    }
    try {
      for (String mark : mark(folded.number())) {
        List<String> lines =
            List.of(folded.version(), Long.toString(folded.number()), mark)
                .appendAll(folded.state());
        byte[] content = lines.prepend(checksum(lines)).mkString("\n").getBytes(UTF_8);
        if (content.length <= SIZE_LIMIT) {
          DurableFiles.put(directory, file, content);
        }
      }
    } catch (IOException | LakeFailure e) {
      LOG.debug("nothing was kept of the journal in {}", file, e);
    }
  }

  /** What the journal up to that line is told by; none when it has no such line. */
  private Option<String> mark(long number) {
    List<JournalSegment> segments = JournalSegment.in(journal);
    Option<JournalSegment> last = segments.findLast(segment -> segment.first() <= number);
    return last.isEmpty()
        ? Option.none()
        : line(segments, segments.head(), segments.head().first())
            .flatMap(
                first ->
                    line(segments, last.get(), number)
                        .map(
                            reached ->
                                first.number()
                                    + ":"
                                    + first.checksum()
                                    + " "
                                    + reached.number()
                                    + ":"
                                    + reached.checksum()));
  }

  private static Option<JournalLine> line(
      List<JournalSegment> segments, JournalSegment segment, long number) {
    return segment
        .read(segment.equals(segments.last()))
        .lines()
        .find(line -> line.number() == number);
  }

  private static String checksum(List<String> lines) {
    CRC32C crc = new CRC32C();
    byte[] bytes = lines.mkString("\n").getBytes(UTF_8);
    crc.update(bytes, 0, bytes.length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
