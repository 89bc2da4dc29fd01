package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.JournalLine;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The journal as {@link JournalObjects}, a new object for each event, so that nothing can be torn.
 *
 * <p>It fences by itself. A runner puts its events under numbers that follow its own last one, and
 * the first event of the next runner takes the first number that is free: from then on the number
 * that the earlier runner has to take is taken, by an event of a higher epoch. Who finds a higher
 * epoch than its own, there or when it begins, writes no more until it begins anew. Events of its
 * own epoch or of lower ones that a writer meets are its own, whose answer it did not get, or came
 * before it; it goes on behind them.
 *
 * <p>The newest lines are remembered, so that a runner reads them once.
 */
public final class ObjectRunJournal implements RunJournal {
  private final JournalObjects objects;
  private Vector<JournalLine> newest = Vector.empty();
  private boolean begun;
  private boolean met;
  private long own;
  private long highest;

  /** The journal of the lake whose control objects lie there. */
  public ObjectRunJournal(ControlPlace control) {
    this.objects = new JournalObjects(control);
  }

  @Override
  public synchronized Seq<String> mend() {
    begun = false;
    met = false;
    own = 0;
    highest = 0;
    lookForMore();
    return List.empty();
  }

  /** Those before; what is only read by somebody is not taken apart for it. */
  private void meetOthers() {
    if (!met) {
      remember(JournalObjects.BLOCK);
      newest.forEach(this::meet);
      met = true;
    }
  }

  /** Each line that is not this writer's; once another runner's is met, it stays met. */
  private void meet(JournalLine line) {
    highest = Math.max(highest, objects.event(line).epoch());
  }

  @Override
  public synchronized void append(JournalEvent event) {
    if (!begun) {
      lookForMore();
    }
    meetOthers();
    own = Math.max(own, event.epoch());
    requireNotTakenOver();
    byte[] line = JournalLine.write(next(), event);
    while (!objects.putNew(next(), line)) {
      JournalLine there = objects.existing(next());
      meet(there);
      requireNotTakenOver();
      add(there);
      line = JournalLine.write(next(), event);
    }
    add(checked(line));
    if (last() % JournalObjects.BLOCK == 0) {
      join();
    }
  }

  private void join() {
    remember(JournalObjects.BLOCK);
    if (newest.size() >= JournalObjects.BLOCK) {
      objects.join(newest.takeRight(JournalObjects.BLOCK));
    }
  }

  private void requireNotTakenOver() {
    if (highest > own) {
      throw LakeFailure.because(
          FailureCause.OTHER_WRITER,
          ("another runner has taken over: the run journal %s has events of its epoch %s, and this"
                  + " runner's is %s. Nothing was written. This runner has to stop serving")
              .formatted(objects.shown(), highest, own));
    }
  }

  private static JournalLine checked(byte[] line) {
    try {
      String text = new String(line, UTF_8).strip();
      return JournalLine.check(text.getBytes(UTF_8));
    } catch (MalformedJson e) {
      throw new IllegalStateException("a line of the journal cannot be read back", e);
    }
  }

  @Override
  public synchronized Seq<RunEvent> history(RunId runId) {
    lookForMore();
    remember(EVENTS_SEARCHED);
    return newest
        .takeRight(EVENTS_SEARCHED)
        .filter(line -> line.mayBeOf(runId))
        .map(objects::event)
        .flatMap(event -> event.stream(Option::some, runner -> Option.<RunEvent>none()))
        .filter(event -> event.runId().equals(runId));
  }

  @Override
  public synchronized Seq<JournalEvent> recent(int atMost) {
    lookForMore();
    remember(atMost);
    return newest.takeRight(atMost).map(objects::event);
  }

  private long last() {
    return newest.lastOption().map(JournalLine::number).getOrElse(0L);
  }

  private long next() {
    return last() + 1;
  }

  /** What was added since the last look. */
  private void lookForMore() {
    if (!begun) {
      long end = objects.newest();
      newest = end == 0 ? Vector.empty() : Vector.of(objects.existing(end));
      begun = true;
      return;
    }
    for (long number : objects.from(next())) {
      if (number != next()) {
        throw LakeFailure.lasting(
            "the run journal %s is damaged: line %s is missing though line %s is there; restore the object from a backup"
                .formatted(objects.shown(), next(), number));
      }
      JournalLine added = objects.existing(number);
      if (met) {
        meet(added);
      }
      add(added);
    }
  }

  private void add(JournalLine line) {
    newest = newest.append(line).takeRight(EVENTS_SEARCHED);
  }

  /** So many of the newest lines, or all that there are. */
  private void remember(int lines) {
    long first = Math.max(1, last() + 1 - lines);
    if (newest.nonEmpty() && newest.head().number() > first) {
      newest = objects.read(first, newest.head().number() - 1).appendAll(newest);
    }
  }
}
