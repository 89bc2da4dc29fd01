package io.orderlake.application.twin;

import io.orderlake.application.contract.TroubleLogContract;
import io.orderlake.domain.alert.TroubleLog;

class InMemoryTroubleLogTest extends TroubleLogContract {
  private final TroubleLog log = new InMemoryTroubleLog();

  @Override
  protected TroubleLog open() {
    return log;
  }
}
