package io.orderlake.adapters.registry.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.domain.source.RecordFormat;
import org.junit.jupiter.api.Test;

class PlainAvroTest implements RecordFormatContract {
  @Override
  public RecordFormat format() {
    return PlainFormat.of(SchemaKind.AVRO, Written.AVRO, "").get();
  }

  @Override
  public byte[] order() {
    return Written.avroOrder();
  }

  @Test
  void another_schema_makes_another_format() {
    RecordFormat other = PlainFormat.of(SchemaKind.AVRO, Written.AVRO + " ", "").get();

    assertThat(other.identity()).hasSize(2).isNotEqualTo(format().identity());
    assertThat(format().identity().get(1)).matches("schema [0-9a-f]{64}");
  }

  @Test
  void what_is_no_schema_is_said_at_once() {
    assertThat(PlainFormat.of(SchemaKind.AVRO, "{\"type\":\"order\"}", "").getLeft())
        .startsWith("is no schema of Avro: ");
    assertThat(PlainFormat.of(SchemaKind.AVRO, "", "").isLeft()).isTrue();
    assertThat(PlainFormat.of(SchemaKind.AVRO, "[".repeat(100_000), "").isLeft()).isTrue();
  }
}
