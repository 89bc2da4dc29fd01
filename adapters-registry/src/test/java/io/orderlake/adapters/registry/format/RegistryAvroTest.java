package io.orderlake.adapters.registry.format;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.domain.source.RecordFormat;

class RegistryAvroTest implements RecordFormatContract {
  private static final RecordFormat FORMAT =
      new RegistryFormat(SchemaKind.AVRO, "shop").over(Written.schemas(7, "AVRO", Written.AVRO));

  @Override
  public RecordFormat format() {
    return FORMAT;
  }

  @Override
  public byte[] order() {
    return Written.framed(7, new byte[0], Written.avroOrder());
  }
}
