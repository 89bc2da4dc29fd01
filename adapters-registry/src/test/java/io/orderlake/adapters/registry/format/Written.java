package io.orderlake.adapters.registry.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.application.twin.InMemoryKeptSchemas;
import io.orderlake.application.twin.InMemoryRegistry;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records and schemas as their writers make them. */
public final class Written {
  /** Of the order that all formats read. */
  public static final String AVRO =
      """
      {"type":"record","name":"Order","fields":[
        {"name":"orderId","type":"long"},
        {"name":"customer","type":{"type":"record","name":"Customer","fields":[
          {"name":"city","type":["null","string"]}]}},
        {"name":"paid","type":"boolean"},
        {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
          {"name":"sku","type":"string"},{"name":"qty","type":"int"},
          {"name":"price","type":"double"}]}}}]}
      """;

  /** The same in Protobuf, as the second message of its file. */
  public static final String PROTOBUF =
      """
      syntax = "proto3";
      package shop;
      message Customer { string city = 1; }
      message Order {
        message Line { string sku = 1; int32 qty = 2; double price = 3; }
        int64 orderId = 1;
        Customer customer = 2;
        bool paid = 3;
        repeated Line lines = 5;
      }
      """;

  private Written() {}

  /** By Avro's own encoder. */
  public static byte[] avro(Schema schema, Object datum) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema, new GenericData()).write(datum, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /** The order that all formats read. */
  public static byte[] avroOrder() {
    Schema schema = new Schema.Parser().parse(AVRO);
    GenericData.Record customer = new GenericData.Record(schema.getField("customer").schema());
    customer.put("city", "Zürich 😀");
    GenericData.Record order = new GenericData.Record(schema);
    order.put("orderId", 1017L);
    order.put("customer", customer);
    order.put("paid", true);
    order.put("lines", List.of(line(schema, "Cup", 2, 19.99), line(schema, "Pot", 1, 4.5)));
    return avro(schema, order);
  }

  private static GenericData.Record line(Schema order, String sku, int qty, double price) {
    GenericData.Record line =
        new GenericData.Record(order.getField("lines").schema().getElementType());
    line.put("sku", sku);
    line.put("qty", qty);
    line.put("price", price);
    return line;
  }

  /** The same in Protobuf. */
  public static byte[] protobufOrder() {
    return ProtobufOrder.bytes();
  }

  /** A sale of the page on formats, in Protobuf; given as its console producer takes it. */
  public static byte[] sale(JsonNode sale) {
    return ProtobufOrder.sale(sale);
  }

  /**
   * Behind a registry's frame.
   *
   * @param indexes what stands between the frame and the record
   */
  public static byte[] framed(int id, byte[] indexes, byte[] record) {
    return ByteBuffer.allocate(5 + indexes.length + record.length)
        .put((byte) 0)
        .putInt(id)
        .put(indexes)
        .put(record)
        .array();
  }

  /** Where a registry has this one schema under that id. */
  static Schemas schemas(int id, String type, String text) {
    InMemoryRegistry registry = new InMemoryRegistry();
    registry.register(id, new RegisteredSchema(type, text, List.of()));
    return Schemas.judging(new InMemoryKeptSchemas(), registry);
  }
}
