package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.SourcesContract;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.source.RecordFormat;

class InMemorySourcesTest extends SourcesContract {
  @Override
  protected LakeLab newLab() {
    return new InMemoryLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new PlainOrderEventDecoder();
  }

  @Override
  protected RecordFormat format() {
    return new PlainRecordFormat();
  }

  @Override
  protected int histories() {
    return 30;
  }
}
