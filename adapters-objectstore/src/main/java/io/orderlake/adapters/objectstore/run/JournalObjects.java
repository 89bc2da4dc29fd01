package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Hint;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's objects: {@code runs/journal/<20-digit number>.jsonl} for each line, put once and
 * never removed; {@code joined/<number of the first>.jsonl} for each {@value #BLOCK} of them,
 * derived, for whoever reads many; and the hint {@code _joined}, up to which line they are joined.
 */
final class JournalObjects {
  static final int BLOCK = 100;
  private static final Logger LOG = LoggerFactory.getLogger(JournalObjects.class);
  private static final String SUFFIX = ".jsonl";

  private final ControlPlace lines;
  private final ControlPlace blocks;
  private final Hint joined;

  JournalObjects(ControlPlace control) {
    this.lines = control.below("runs/journal");
    this.blocks = lines.below("joined");
    this.joined = new Hint(lines, "_joined");
  }

  /** False when there is a line of that number. */
  boolean putNew(long number, byte[] line) {
    return lines.putNew(name(number), line);
  }

  Option<JournalLine> line(long number) {
    return lines.get(name(number)).map(bytes -> checked(lines, number, number, bytes).single());
  }

  JournalLine existing(long number) {
    return line(number)
        .getOrElseThrow(() -> damaged(lines, number, number, new MalformedJson("it is missing")));
  }

  JournalEvent event(JournalLine line) {
    try {
      return line.event();
    } catch (MalformedJson e) {
      throw damaged(lines, line.number(), line.number(), e);
    }
  }

  /** Up to which line blocks should be there. */
  long joined() {
    return joined.read();
  }

  /** The numbers of the lines that there are, from that one on. */
  List<Long> from(long number) {
    return lines
        .list(name(Math.max(1, number)))
        .map(StoredObject::name)
        .flatMap(name -> Numbered.number(name, SUFFIX));
  }

  /** The newest line's number, 0 where there is none. */
  long newest() {
    long known = joined();
    return from(known).lastOption().orElse(() -> from(1).lastOption()).getOrElse(0L);
  }

  /**
   * The lines of those numbers, both included; without the first ones where these were taken away.
   */
  Vector<JournalLine> read(long first, long last) {
    long joinedTo = joined();
    Vector<JournalLine> read = Vector.empty();
    long number = last;
    while (number >= first) {
      Vector<JournalLine> before = upTo(number, joinedTo);
      if (before.isEmpty()) {
        requireNoneBefore(number);
        break;
      }
      read = before.appendAll(read);
      number = before.head().number() - 1;
    }
    return read.dropWhile(line -> line.number() < first);
  }

  /** That line, with those before it where they are joined; nothing where it is missing. */
  private Vector<JournalLine> upTo(long number, long joinedTo) {
    long first = blockOf(number);
    Option<Vector<JournalLine>> block =
        first + BLOCK - 1 <= joinedTo ? block(first) : Option.none();
    return block
        .map(lines -> lines.take((int) (number - first + 1)))
        .getOrElse(() -> line(number).map(Vector::of).getOrElse(Vector.empty()));
  }

  /** Lines that are whole blocks, ready to be read at once; what is joined already stays. */
  void join(Vector<JournalLine> block) {
    long first = block.head().number();
    try {
      boolean ignored =
          blocks.putNew(name(first), block.map(l -> l.text() + "\n").mkString().getBytes(UTF_8));
      joined.put(first + BLOCK - 1);
    } catch (LakeFailure e) {
      LOG.debug("the lines from {} on stay unjoined", first, e);
    }
  }

  Option<Vector<JournalLine>> block(long first) {
    return blocks.get(name(first)).map(bytes -> checked(blocks, first, first + BLOCK - 1, bytes));
  }

  static long blockOf(long number) {
    return (number - 1) / BLOCK * BLOCK + 1;
  }

  private Vector<JournalLine> checked(ControlPlace place, long first, long last, byte[] bytes) {
    Vector<JournalLine> checked = Vector.empty();
    long number = first;
    try {
      for (String text : new String(bytes, UTF_8).lines().toList()) {
        checked = checked.append(JournalLine.check(text.getBytes(UTF_8), number++));
      }
      if (number != last + 1) {
        throw new MalformedJson("it ends before line " + last);
      }
      return checked;
    } catch (MalformedJson e) {
      throw damaged(place, first, number, e);
    }
  }

  void requireNoneBefore(long number) {
    for (long older : from(1).headOption().filter(oldest -> oldest < number)) {
      throw damaged(
          lines,
          number,
          number,
          new MalformedJson("it is missing though line " + older + " is there"));
    }
  }

  private static LakeFailure damaged(ControlPlace place, long object, long line, MalformedJson e) {
    return LakeFailure.because(
        FailureCause.DAMAGED,
        ("the run journal %s is damaged in line %s: %s; restore the object from a backup, or move it"
                + " and all older ones elsewhere (the history of runs is lost then, the lake is not)")
            .formatted(place.shown(name(object)), line, e.getMessage()),
        e);
  }

  String shown() {
    return lines.shown("");
  }

  private static String name(long number) {
    return Numbered.name(number, SUFFIX);
  }
}
