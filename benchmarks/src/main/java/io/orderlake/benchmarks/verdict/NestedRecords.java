package io.orderlake.benchmarks.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.kafka.order.FastOrderEventDecoder;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.source.Conversion;
import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.source.TimeForm;
import io.orderlake.domain.source.ValueOrigin;
import java.util.List;
import java.util.Objects;

/** The sample's events as a shop nests them: an order with its lines, prices in cents. */
final class NestedRecords {
  /** In each record. */
  static final int LINES = 3;

  private static final String TOPIC = "shop-orders";

  private NestedRecords() {}

  /** As many records; each has three events of the sample as its lines. */
  static BronzeRecord[] of(BronzeRecord[] events) {
    byte[][] values = json(events);
    BronzeRecord[] records = new BronzeRecord[events.length];
    for (int i = 0; i < events.length; i++) {
      records[i] = record(i, events[i], values[i]);
    }
    return records;
  }

  /** The same with what they hold in Avro. */
  static BronzeRecord[] inAvro(BronzeRecord[] events) {
    byte[][] values = json(events);
    BronzeRecord[] records = new BronzeRecord[events.length];
    for (int i = 0; i < events.length; i++) {
      records[i] = record(i, events[i], AvroOrders.ofJson(values[i]));
    }
    return records;
  }

  private static BronzeRecord record(int number, BronzeRecord event, byte[] value) {
    return new BronzeRecord(
        new BronzeOrder(number, new SourcePosition(TOPIC, 0, number)),
        event.timestamp(),
        event.timestampType(),
        new BronzeRecord.Content(null, value, List.of()));
  }

  private static byte[][] json(BronzeRecord[] events) {
    byte[][] values = new byte[events.length][];
    for (int i = 0; i < events.length; i++) {
      RecordedOrder first = event(events[i]);
      StringBuilder json =
          new StringBuilder("{\"orderId\":").append(value(first, "order_id").json());
      json.append(",\"ts\":").append(value(first, "event_time").json());
      json.append(",\"customer\":{\"city\":").append(value(first, "city").json());
      json.append("},\"lines\":[");
      for (int line = 0; line < LINES; line++) {
        RecordedOrder event = event(events[(i + line) % events.length]);
        String cents = ((FieldValue.Text) value(event, "unit_price")).value().replace(".", "");
        json.append(line == 0 ? "" : ",")
            .append("{\"sku\":")
            .append(value(event, "product").json());
        json.append(",\"qty\":").append(value(event, "quantity").json());
        json.append(",\"price\":{\"cents\":").append(Long.parseLong(cents)).append("}}");
      }
      values[i] = json.append("]}").toString().getBytes(UTF_8);
    }
    return values;
  }

  private static FieldValue value(RecordedOrder event, String field) {
    return Objects.requireNonNull(event.get(field));
  }

  private static RecordedOrder event(BronzeRecord record) {
    return new FastOrderEventDecoder()
        .decode(Objects.requireNonNull(record.content().value()))
        .get();
  }

  /** What takes them apart. */
  static Sources sources(RecordFormat format) {
    Conversion text = new Conversion.ToText(List.of(), null);
    Mapping mapping =
        new Mapping(
            Pointer.parse("/lines").get(),
            List.of(
                field(OrderFields.EVENT_ID, "{/orderId}-{line}", text),
                field(OrderFields.ORDER_ID, "/orderId", text),
                field(OrderFields.PRODUCT, "sku", text),
                field(
                    OrderFields.QUANTITY,
                    "qty",
                    new Conversion.ToNumber(NumberStyle.PLAIN, 0, true)),
                field(
                    OrderFields.UNIT_PRICE,
                    "./price/cents",
                    new Conversion.ToNumber(NumberStyle.PLAIN, 2, false)),
                field(OrderFields.CITY, "/customer/city", text),
                field(
                    OrderFields.EVENT_TIME,
                    "/ts",
                    new Conversion.ToTime(new TimeForm.Written(TimeStyle.ISO)))));
    return new Sources(List.of(new Source("shop", List.of(TOPIC), format, mapping)));
  }

  private static FieldMapping field(String name, String at, Conversion conversion) {
    return new FieldMapping(
        MappedField.named(name).orElseThrow(), ValueOrigin.at(at).get(), conversion, null);
  }
}
