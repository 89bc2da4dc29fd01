package io.orderlake.application.twin;

import io.orderlake.application.contract.JsonFormatContract;
import io.orderlake.domain.source.RecordFormat;

class PlainRecordFormatTest implements JsonFormatContract {
  @Override
  public RecordFormat format() {
    return new PlainRecordFormat();
  }
}
