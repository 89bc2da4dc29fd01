package io.orderlake.application.twin;

import io.orderlake.application.contract.KeptFoldContract;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.RunJournal;

class InMemoryKeptFoldTest extends KeptFoldContract {
  private InMemoryRunJournal journal = new InMemoryRunJournal();
  private InMemoryKeptFold fold = new InMemoryKeptFold(journal);

  @Override
  protected RunJournal journal() {
    return journal;
  }

  @Override
  protected KeptFold open() {
    return fold;
  }

  @Override
  protected void replaceJournal() {
    journal = new InMemoryRunJournal();
    fold = fold.of(journal);
  }
}
