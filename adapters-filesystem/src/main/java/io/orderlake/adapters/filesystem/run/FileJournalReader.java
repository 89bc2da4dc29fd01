package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Reads the journal segment by segment. It remembers where it stopped, so that going on costs a
 * listing and the lines that were added.
 */
public final class FileJournalReader implements JournalReader {
  private final Path directory;
  private Option<Place> stopped = Option.none();

  /**
   * The journal in that directory.
   *
   * @param directory {@code runs/journal}; need not exist yet
   */
  public FileJournalReader(Path directory) {
    this.directory = directory;
  }

  /** Behind a line: its number, the first of its segment, and where it ends there, in bytes. */
  private record Place(long number, long segment, long end) {}

  @Override
  public synchronized Page after(long number) {
    List<JournalSegment> segments = JournalSegment.in(directory);
    Option<JournalSegment> there = segments.findLast(segment -> segment.first() <= number + 1);
    JournalSegment segment = there.orElse(segments::headOption).getOrNull();
    if (segment == null) {
      return number == 0 ? new Page(Vector.empty(), 0) : shorter(number, 0);
    }
    Option<JournalSegment> next = segments.find(later -> later.first() > segment.first());
    return read(segment, next, Math.max(number, segment.first() - 1));
  }

  private Page read(JournalSegment segment, Option<JournalSegment> next, long read) {
    Place from =
        stopped
            .filter(place -> place.number() == read && place.segment() == segment.first())
            .getOrElse(() -> new Place(segment.first() - 1, segment.first(), 0));
    JournalSegment.Content content = segment.read(next.isEmpty(), from.end(), from.number() + 1);
    long last = from.number() + content.lines().size();
    if (last < read) {
      return shorter(read, last);
    }
    next.forEach(later -> segment.checkLeadsTo(later, Math.toIntExact(last + 1 - segment.first())));
    Vector<JournalEvent> events =
        content.lines().filter(line -> line.number() > read).map(segment::event);
    stopped = Option.some(new Place(last, segment.first(), content.end()));
    return new Page(events, last);
  }

  private Page shorter(long read, long last) {
    throw LakeFailure.lasting(
        "the run journal in %s ends with line %s, but %s were read before: was it restored from a backup? Start whoever reads it again"
            .formatted(directory, last, read));
  }
}
