package io.orderlake.application.twin;

import io.orderlake.application.contract.RunJournalContract;
import io.orderlake.domain.run.RunJournal;

class InMemoryRunJournalTest extends RunJournalContract {
  private final InMemoryRunJournal journal = new InMemoryRunJournal();

  @Override
  protected RunJournal open() {
    return journal;
  }
}
