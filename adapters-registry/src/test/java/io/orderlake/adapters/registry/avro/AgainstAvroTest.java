package io.orderlake.adapters.registry.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.registry.format.Written;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Random records of random schemas: what Avro's own encoder writes is read as it was. */
class AgainstAvroTest {
  private static final List<String> TEXTS = List.of("", "Cup", "Zürich 😀", "\u0000\n\"");

  private static final Object NOTHING = new Object();

  private final long seed = Long.getLong("orderlake.test.seed", 20261129);
  private final Random random = new Random(seed);
  private int names;

  @Test
  void what_avro_writes_is_read() {
    long bytes = 0;
    for (int i = 0; i < 400; i++) {
      Schema schema = record(3);
      for (int k = 0; k < 5; k++) {
        Object datum = datum(schema);
        byte[] written = Written.avro(schema, datum);
        Node read =
            AvroSchemas.reader(new RegisteredSchema("AVRO", schema.toString(), List.of()))
                .get()
                .read(written, 0)
                .getOrElseThrow(why -> new AssertionError("seed " + seed + ": " + why));
        assertThat(read).as("seed %d: %s", seed, schema).isEqualTo(expected(schema, datum));
        bytes += written.length;
      }
    }
    assertThat(bytes).isGreaterThan(10_000);
  }

  private Schema record(int depth) {
    List<Schema.Field> fields = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      fields.add(new Schema.Field("f" + i, type(depth)));
    }
    return Schema.createRecord("R" + names++, null, null, false, fields);
  }

  private Schema type(int depth) {
    return switch (random.nextInt(depth > 0 ? 13 : 9)) {
      case 0 -> Schema.create(Schema.Type.BOOLEAN);
      case 1 -> Schema.create(Schema.Type.INT);
      case 2 -> Schema.create(Schema.Type.LONG);
      case 3 -> Schema.create(Schema.Type.DOUBLE);
      case 4 -> Schema.create(Schema.Type.FLOAT);
      case 5 -> Schema.create(Schema.Type.BYTES);
      case 6 -> Schema.createEnum("E" + names++, null, null, List.of("A", "B", "C"));
      case 7 -> Schema.createFixed("F" + names++, null, null, 3);
      case 8 -> Schema.create(Schema.Type.STRING);
      case 9 -> Schema.createArray(type(depth - 1));
      case 10 -> Schema.createMap(type(depth - 1));
      case 11 -> Schema.createUnion(Schema.create(Schema.Type.NULL), record(depth - 1));
      default -> record(depth - 1);
    };
  }

  private Object datum(Schema schema) {
    return switch (schema.getType()) {
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case DOUBLE -> random.nextInt(10_000) / 100.0;
      case FLOAT -> random.nextInt(10_000) / 100.0f;
      case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(200)));
      case ENUM ->
          new GenericData.EnumSymbol(schema, List.of("A", "B", "C").get(random.nextInt(3)));
      case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
      case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(orNull(datum(schema.getElementType())));
        }
        yield items;
      }
      case MAP -> {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put("k" + i, orNull(datum(schema.getValueType())));
        }
        yield members;
      }
      case UNION -> random.nextBoolean() ? NOTHING : datum(schema.getTypes().get(1));
      case RECORD -> {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
          record.put(field.pos(), orNull(datum(field.schema())));
        }
        yield record;
      }
      case NULL -> NOTHING;
    };
  }

  private static Object orNull(Object value) {
    return value == NOTHING ? null : value;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Node expected(Schema schema, Object datum) {
    if (datum == null) {
      return node("null");
    }
    return switch (schema.getType()) {
      case BYTES -> text(Base64.getEncoder().encodeToString(((ByteBuffer) datum).array()));
      case FIXED -> text(Base64.getEncoder().encodeToString(((GenericData.Fixed) datum).bytes()));
      case ENUM, STRING -> text(datum.toString());
      case ARRAY ->
          new Node.ArrayNode(
              ((List<?>) datum)
                  .stream().map(item -> expected(schema.getElementType(), item)).toList());
      case MAP -> {
        Map<String, Node> members = new LinkedHashMap<>();
        ((Map<?, ?>) datum)
            .forEach((k, v) -> members.put((String) k, expected(schema.getValueType(), v)));
        yield new Node.ObjectNode(members);
      }
      case UNION -> expected(schema.getTypes().get(1), datum);
      case RECORD -> {
        Map<String, Node> members = new LinkedHashMap<>();
        GenericRecord record = (GenericRecord) datum;
        schema
            .getFields()
            .forEach(f -> members.put(f.name(), expected(f.schema(), record.get(f.pos()))));
        yield new Node.ObjectNode(members);
      }
      case FLOAT, DOUBLE -> node(plain(datum));
      default -> node(datum.toString());
    };
  }

  /** Of two decimals the test's numbers have been made. */
  private static String plain(Object number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }

  private static Node text(String text) {
    return new Node.ValueNode(new FieldValue.Text(text));
  }

  private static Node node(String json) {
    return new Node.ValueNode(
        json.equals("null")
            ? FieldValue.NULL
            : json.equals("true") || json.equals("false")
                ? new FieldValue.Flag(json.equals("true"))
                : new FieldValue.Number(json));
  }
}
