package io.orderlake.application.run;

import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunJournal;
import java.time.Instant;
import java.time.InstantSource;

/** The journal as one runner writes it: under its epoch, by its clock, its listener told. */
record RunnerLog(RunJournal journal, long epoch, InstantSource clock, RunnerListener listener) {

  void append(JournalEvent event) {
    journal.append(event);
    listener.recorded(event);
  }

  Instant now() {
    return clock.instant();
  }
}
