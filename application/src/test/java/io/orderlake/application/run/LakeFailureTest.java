package io.orderlake.application.run;

import io.orderlake.application.contract.FailureVerdictContract;
import io.orderlake.domain.lake.LakeFailure;

class LakeFailureTest extends FailureVerdictContract {
  @Override
  protected Throwable metBy(Throwable fault) {
    return LakeFailure.of("reading x", fault);
  }
}
