package io.orderlake.benchmarks.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.adapters.registry.format.RegistryFormat;
import io.orderlake.adapters.registry.format.SchemaKind;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.SchemaRegistry;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.source.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** The nested orders in Avro, by Avro's own encoder, each behind a registry's frame. */
final class AvroOrders {
  private static final String SCHEMA =
      """
      {"type":"record","name":"Order","fields":[
        {"name":"orderId","type":"string"},
        {"name":"ts","type":{"type":"long","logicalType":"timestamp-micros"}},
        {"name":"customer","type":{"type":"record","name":"Customer","fields":[
          {"name":"city","type":"string"}]}},
        {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
          {"name":"sku","type":"string"},{"name":"qty","type":"int"},
          {"name":"price","type":{"type":"record","name":"Price","fields":[
            {"name":"cents","type":"long"}]}}]}}}]}
      """;

  private static final byte[] FRAME = {0, 0, 0, 0, 7};
  private static final Schema ORDER = new Schema.Parser().parse(SCHEMA);
  private static final Schema LINE = ORDER.getField("lines").schema().getElementType();

  /** Has that one schema. */
  private static final class Registry implements SchemaRegistry {
    private static final long serialVersionUID = 1;

    @Override
    public SchemaAnswer schema(int id) {
      return new SchemaAnswer.Known(new RegisteredSchema("AVRO", SCHEMA, List.of()));
    }
  }

  private AvroOrders() {}

  /** What reads them. */
  static RecordFormat format() {
    return new RegistryFormat(SchemaKind.AVRO, "shop").over(Schemas.looking(null, new Registry()));
  }

  /** The order that the JSON says. */
  static byte[] ofJson(byte[] json) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(FRAME);
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(ORDER).write(order(new ObjectMapper().readTree(json)), encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private static GenericData.Record order(JsonNode json) {
    Instant time = Instant.parse(json.get("ts").asText());
    GenericData.Record order = new GenericData.Record(ORDER);
    order.put("orderId", json.get("orderId").asText());
    order.put("ts", time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    order.put(
        "customer",
        record(ORDER.getField("customer").schema(), "city", json.at("/customer/city").asText()));
    List<GenericData.Record> lines = new ArrayList<>();
    for (JsonNode line : json.get("lines")) {
      GenericData.Record written = record(LINE, "sku", line.get("sku").asText());
      written.put("qty", line.get("qty").asInt());
      written.put(
          "price",
          record(LINE.getField("price").schema(), "cents", line.at("/price/cents").asLong()));
      lines.add(written);
    }
    order.put("lines", lines);
    return order;
  }

  private static GenericData.Record record(Schema schema, String name, Object value) {
    GenericData.Record record = new GenericData.Record(schema);
    record.put(name, value);
    return record;
  }
}
