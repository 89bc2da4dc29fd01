package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal as JSON Lines in segments of some mebibytes, each line with number and checksum. */
public final class FileRunJournal implements RunJournal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileRunJournal.class);
  private static final long SEGMENT_BYTES = 4 << 20;

  private final Path directory;
  private final long segmentBytes;
  private @Nullable JournalWriter writer;

  /**
   * The journal in that directory.
   *
   * @param directory {@code runs/journal}; created when first written to
   */
  public FileRunJournal(Path directory) {
    this(directory, SEGMENT_BYTES);
  }

  FileRunJournal(Path directory, long segmentBytes) {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
  }

  @Override
  public synchronized Seq<String> mend() {
    close();
    try {
      JournalWriter opened = JournalWriter.open(directory, segmentBytes);
      writer = opened;
      return opened.mended();
    } catch (IOException e) {
      throw LakeFailure.of("cannot open the run journal in " + directory + ": " + e, e);
    }
  }

  @Override
  public synchronized void append(JournalEvent event) {
    if (writer == null) {
      mend().forEach(LOG::warn);
    }
    JournalWriter open = writer;
    if (open == null) {
      throw new IllegalStateException("the run journal in " + directory + " did not open");
    }
    try {
      open.append(event);
    } catch (IOException | LakeFailure e) {
      close();
      throw e instanceof LakeFailure failure
          ? failure
          : LakeFailure.of("cannot write the run journal in " + directory + ": " + e, e);
    }
  }

  @Override
  public Seq<RunEvent> history(RunId runId) {
    return read(EVENTS_SEARCHED, line -> line.mayBeOf(runId))
        .flatMap(event -> event.stream(Option::some, runner -> Option.<RunEvent>none()))
        .filter(event -> event.runId().equals(runId));
  }

  @Override
  public Seq<JournalEvent> recent(int atMost) {
    return read(atMost, line -> true).takeRight(atMost);
  }

  /** The wanted events of the newest segments that hold that many lines, oldest first. */
  private Vector<JournalEvent> read(int lines, Predicate<JournalLine> wanted) {
    Vector<JournalEvent> events = Vector.empty();
    long left = lines;
    Option<JournalSegment> later = Option.none();
    for (JournalSegment segment : JournalSegment.in(directory).reverse()) {
      if (left <= 0) {
        break;
      }
      Vector<JournalLine> content = segment.read(later.isEmpty()).lines();
      later.forEach(next -> segment.checkLeadsTo(next, content.size()));
      events =
          content
              .takeRight((int) Math.min(left, content.size()))
              .filter(wanted)
              .map(segment::event)
              .appendAll(events);
      left -= content.size();
      later = Option.some(segment);
    }
    return events;
  }

  @Override
  public synchronized void close() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}
