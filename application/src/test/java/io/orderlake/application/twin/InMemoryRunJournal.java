package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The journal, in memory. */
public final class InMemoryRunJournal implements RunJournal, JournalReader {
  private static final int PAGE = 100;

  private Vector<JournalEvent> events = Vector.empty();

  @Override
  public Seq<String> mend() {
    return Vector.empty();
  }

  @Override
  public synchronized void append(JournalEvent event) {
    events = events.append(event);
  }

  @Override
  public synchronized Seq<RunEvent> history(RunId runId) {
    return events
        .flatMap(e -> e.stream(Option::some, runner -> Option.<RunEvent>none()))
        .filter(e -> e.runId().equals(runId));
  }

  @Override
  public synchronized Seq<JournalEvent> recent(int atMost) {
    return events.takeRight(atMost);
  }

  @Override
  public synchronized Page after(long number) {
    if (number > events.size()) {
      throw LakeFailure.lasting(
          "the journal in memory ends with line " + events.size() + ", but more were read before");
    }
    Vector<JournalEvent> page = events.drop((int) number).take(PAGE);
    return new Page(page, number + page.size());
  }
}
