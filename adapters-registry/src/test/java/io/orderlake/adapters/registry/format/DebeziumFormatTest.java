package io.orderlake.adapters.registry.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.RecordFormatContract;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.source.RecordFormat;
import org.junit.jupiter.api.Test;

class DebeziumFormatTest implements RecordFormatContract {
  @Override
  public RecordFormat format() {
    return new DebeziumFormat(new PlainRecordFormat());
  }

  @Override
  public byte[] order() {
    return ("{\"before\":null,\"after\":" + ORDER.value().json() + ",\"op\":\"c\"}")
        .getBytes(UTF_8);
  }

  private String refusal(String json) {
    return format().read(json.getBytes(UTF_8)).getLeft();
  }

  @Test
  void the_envelope_may_stand_behind_its_schema() {
    String json = "{\"schema\":{},\"payload\":" + new String(order(), UTF_8) + "}";

    assertThat(format().read(json.getBytes(UTF_8)).get()).isEqualTo(ORDER);
    assertThat(format().identity()).containsExactly("format json", "unwrap debezium");
  }

  @Test
  void the_envelope_may_be_avro() {
    String schema =
        "{\"type\":\"record\",\"name\":\"Envelope\",\"fields\":[{\"name\":\"before\",\"type\":[\"null\","
            + Written.AVRO
            + "]},{\"name\":\"after\",\"type\":[\"null\",\"Order\"]},{\"name\":\"op\",\"type\":\"string\"}]}";
    RecordFormat debezium =
        new DebeziumFormat(new RegistryFormat(SchemaKind.AVRO, "shop"))
            .over(Written.schemas(7, "AVRO", schema));
    byte[] order = Written.avroOrder();
    byte[] change = new byte[order.length + 4];
    change[1] = 2;
    System.arraycopy(order, 0, change, 2, order.length);
    change[order.length + 2] = 2;
    change[order.length + 3] = 'u';

    assertThat(debezium.read(Written.framed(7, new byte[0], change)).get()).isEqualTo(ORDER);
    assertThat(debezium.read(Written.framed(7, new byte[0], new byte[] {0, 0, 2, 'd'})).getLeft())
        .contains("it is a delete (op d)");
    assertThat(debezium.isText()).isFalse();
    assertThat(format().isText()).isTrue();
  }

  @Test
  void what_has_no_row_after_it_is_named() {
    assertThat(refusal("{\"before\":{\"a\":1},\"after\":null,\"op\":\"d\"}"))
        .startsWith("the change has no row after it: it is a delete (op d)");
    assertThat(refusal("{\"schema\":{},\"payload\":{\"after\":null,\"op\":\"t\"}}"))
        .contains("the table was emptied (op t)");
    assertThat(refusal("{\"after\":null}")).isEqualTo("the change has no row after it");
    assertThat(refusal("{\"schema\":null,\"payload\":null}")).contains("a tombstone");
    assertThat(refusal("{\"orderId\":1}")).contains("it has no member 'after'");
    assertThat(refusal("[1]")).contains("it has no member 'after'");
  }
}
