package io.orderlake.application.twin;

import io.orderlake.application.contract.JournalReaderContract;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.RunJournal;

class InMemoryJournalReaderTest extends JournalReaderContract {
  private final InMemoryRunJournal journal = new InMemoryRunJournal();

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected JournalReader open() {
    return journal;
  }
}
