package io.orderlake.application.twin;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.domain.source.RecordFormat;

class PlainRecordFormatTest implements RecordFormatContract {
  @Override
  public RecordFormat format() {
    return new PlainRecordFormat();
  }
}
