package io.orderlake.application.twin;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The journal, in memory. */
public final class InMemoryRunJournal implements RunJournal {
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
}
