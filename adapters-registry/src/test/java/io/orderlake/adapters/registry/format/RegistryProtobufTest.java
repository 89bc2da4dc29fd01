package io.orderlake.adapters.registry.format;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.domain.source.RecordFormat;

class RegistryProtobufTest implements RecordFormatContract {
  private static final RecordFormat FORMAT =
      new RegistryFormat(SchemaKind.PROTOBUF, "shop")
          .over(Written.schemas(300, "PROTOBUF", Written.PROTOBUF));

  @Override
  public RecordFormat format() {
    return FORMAT;
  }

  @Override
  public byte[] order() {
    return Written.framed(300, new byte[] {2, 2}, Written.protobufOrder());
  }
}
