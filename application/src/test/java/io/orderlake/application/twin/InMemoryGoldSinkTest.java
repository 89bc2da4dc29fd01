package io.orderlake.application.twin;

import io.orderlake.application.contract.GoldSinkContract;
import io.orderlake.domain.serve.GoldSink;

class InMemoryGoldSinkTest extends GoldSinkContract {
  private final InMemoryGoldSink sink = new InMemoryGoldSink();

  @Override
  protected GoldSink sink() {
    return sink;
  }
}
