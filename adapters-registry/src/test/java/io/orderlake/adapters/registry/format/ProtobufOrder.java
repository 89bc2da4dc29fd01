package io.orderlake.adapters.registry.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The order that all formats read, by Protobuf's own encoder. */
final class ProtobufOrder {
  private ProtobufOrder() {}

  /** Writes the fields of a message. */
  interface Fields {
    void to(CodedOutputStream out) throws IOException;
  }

  static byte[] message(Fields fields) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.to(out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  static byte[] bytes() {
    return message(
        out -> {
          out.writeInt64(1, 1017);
          out.writeByteArray(2, message(city -> city.writeString(1, "Zürich 😀")));
          out.writeBool(3, true);
          out.writeByteArray(5, line("Cup", 2, 19.99));
          out.writeByteArray(5, line("Pot", 1, 4.5));
        });
  }

  private static byte[] line(String sku, int qty, double price) {
    return message(
        out -> {
          out.writeString(1, sku);
          out.writeInt32(2, qty);
          out.writeDouble(3, price);
        });
  }

  static byte[] sale(JsonNode sale) {
    long seconds = Instant.parse(sale.get("sold_at").asText()).getEpochSecond();
    return message(
        out -> {
          out.writeString(1, sale.get("item").asText());
          out.writeInt32(2, sale.get("pieces").asInt());
          out.writeInt64(3, sale.get("cents").asLong());
          out.writeByteArray(
              4, message(place -> place.writeString(1, sale.at("/place/town").asText())));
          out.writeByteArray(5, message(time -> time.writeInt64(1, seconds)));
        });
  }
}
