package io.orderlake.application.twin;

import io.orderlake.application.contract.ScratchContract;
import io.orderlake.domain.lake.Scratch;

class InMemoryScratchTest extends ScratchContract {
  @Override
  protected Scratch scratch() {
    return new InMemoryScratch();
  }
}
