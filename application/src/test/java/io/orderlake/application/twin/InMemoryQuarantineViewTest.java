package io.orderlake.application.twin;

import io.orderlake.application.contract.QuarantineViewContract;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import java.util.List;

class InMemoryQuarantineViewTest extends QuarantineViewContract {
  private final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();

  @Override
  protected QuarantineView view() {
    return quarantine;
  }

  @Override
  protected long append(List<QuarantinedRecord> records) {
    return quarantine.append(records);
  }

  @Override
  protected long release(List<ReleasedRecord> records) {
    return quarantine.release(records);
  }
}
