package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Reads the journal block by block, and line by line where it is not joined yet. Going on costs a
 * listing and a request for each line that was added.
 */
public final class ObjectJournalReader implements JournalReader {
  private static final int PAGE = 500;

  private final JournalObjects objects;
  private long joined;

  /** The journal of the lake whose control objects lie there; need not exist yet. */
  public ObjectJournalReader(ControlPlace control) {
    this.objects = new JournalObjects(control);
  }

  @Override
  public synchronized Page after(long number) {
    return block(number)
        .map(lines -> page(lines.dropWhile(line -> line.number() <= number), number))
        .getOrElse(() -> single(number));
  }

  /** The block that the next line is in; looked for anew only where a block begins. */
  private Option<Vector<JournalLine>> block(long number) {
    long first = JournalObjects.blockOf(number + 1);
    long last = first + JournalObjects.BLOCK - 1;
    if (first == number + 1 && joined < last) {
      joined = objects.joined();
    }
    return last <= joined ? objects.block(first) : Option.none();
  }

  private Page single(long number) {
    List<Long> there = objects.from(number);
    if (there.isEmpty()) {
      return number == 0 ? page(Vector.empty(), 0) : shorter(number);
    }
    long first = there.head() == number ? number + 1 : there.head();
    if (number > 0 && there.head() != number) {
      objects.requireNoneBefore(there.head());
    }
    long end = Math.min(there.last(), first + PAGE - 1);
    Vector<JournalLine> lines = Vector.empty();
    for (long line = first; line <= end; line++) {
      lines = lines.append(objects.existing(line));
    }
    return page(lines, number);
  }

  private Page page(Vector<JournalLine> lines, long number) {
    return new Page(
        lines.map(objects::event), lines.lastOption().map(JournalLine::number).getOrElse(number));
  }

  private Page shorter(long read) {
    throw LakeFailure.lasting(
        "the run journal %s ends with line %s, but %s were read before: was it restored from a backup? Start whoever reads it again"
            .formatted(objects.shown(), objects.newest(), read));
  }
}
