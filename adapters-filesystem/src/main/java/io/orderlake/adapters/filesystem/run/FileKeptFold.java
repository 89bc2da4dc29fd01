package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.protocol.run.FoldText;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fold as a file, see {@link FoldText}. */
public final class FileKeptFold implements KeptFold {
  private static final Logger LOG = LoggerFactory.getLogger(FileKeptFold.class);
  private static final int SIZE_LIMIT = 16 << 20;

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
      return FoldText.read(DurableFiles.read(file, SIZE_LIMIT))
          .filter(kept -> mark(kept.folded().number()).contains(kept.mark()))
          .map(FoldText::folded);
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
        byte[] content = new FoldText(folded, mark).write();
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
                        .map(reached -> FoldText.mark(first, reached)));
  }

  private static Option<JournalLine> line(
      List<JournalSegment> segments, JournalSegment segment, long number) {
    return segment
        .read(segment.equals(segments.last()))
        .lines()
        .find(line -> line.number() == number);
  }
}
