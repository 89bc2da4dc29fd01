package io.orderlake.application.twin;

import io.orderlake.application.contract.LineageLogContract;
import io.orderlake.domain.run.LineageLog;
import java.util.List;

class InMemoryLineageLogTest extends LineageLogContract {
  private final InMemoryLineageLog log = new InMemoryLineageLog();

  @Override
  protected LineageLog log() {
    return log;
  }

  @Override
  protected List<Told> told(int events) {
    return log.told();
  }
}
