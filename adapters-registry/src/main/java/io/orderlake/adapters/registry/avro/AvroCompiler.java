package io.orderlake.adapters.registry.avro;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Makes a reader of a schema once, so that reading a record asks the schema nothing. A record's
 * fields are members in the order of the schema; of a union the value stands without its branch; an
 * enum is its symbol; bytes are base 64. Logical types: {@link LogicalValues}.
 */
final class AvroCompiler {
  private final Map<String, RecordReader> records = new HashMap<>();

  /** The reader of that schema. */
  ValueReader reader(Schema schema) {
    ValueReader logical = LogicalValues.reader(schema);
    if (logical != null) {
      return logical;
    }
    return switch (schema.getType()) {
      case NULL -> bytes -> Values.NULL;
      case BOOLEAN -> AvroCompiler::flag;
      case INT -> bytes -> Values.number(whole(bytes));
      case LONG -> bytes -> Values.number(bytes.zigzag());
      case FLOAT -> bytes -> Values.floating(Float.intBitsToFloat(bytes.fixed32()));
      case DOUBLE -> bytes -> Values.floating(Double.longBitsToDouble(bytes.fixed64()));
      case STRING -> bytes -> Values.text(bytes.text(bytes.zigzag()));
      case BYTES -> bytes -> Values.base64(bytes.some(bytes.zigzag()));
      case FIXED -> {
        int size = schema.getFixedSize();
        yield bytes -> Values.base64(bytes.some(size));
      }
      case ENUM -> symbols(schema);
      case UNION -> union(schema);
      case ARRAY -> array(schema);
      case MAP -> map(schema);
      case RECORD -> record(schema);
    };
  }

  private static Node flag(Bytes bytes) {
    int flag = bytes.next();
    if (flag > 1) {
      throw bytes.fault("a boolean is neither 0 nor 1");
    }
    return Values.flag(flag == 1);
  }

  /** An int is written as a long is. */
  static int whole(Bytes bytes) {
    long number = bytes.zigzag();
    if (number != (int) number) {
      throw bytes.fault("a number is too large for an int");
    }
    return (int) number;
  }

  private static ValueReader symbols(Schema schema) {
    Node[] symbols = schema.getEnumSymbols().stream().map(Values::text).toArray(Node[]::new);
    String name = schema.getName();
    return bytes -> {
      long number = bytes.zigzag();
      if (number < 0 || number >= symbols.length) {
        throw bytes.fault("the enum " + name + " has no symbol " + number);
      }
      return symbols[(int) number];
    };
  }

  private ValueReader union(Schema schema) {
    ValueReader[] branches =
        schema.getTypes().stream().map(this::reader).toArray(ValueReader[]::new);
    return bytes -> {
      long number = bytes.zigzag();
      if (number < 0 || number >= branches.length) {
        throw bytes.fault("a union of " + branches.length + " has no branch " + number);
      }
      return branches[(int) number].read(bytes);
    };
  }

  private ValueReader array(Schema schema) {
    ValueReader item = reader(schema.getElementType());
    return bytes -> {
      List<Node> items = new ArrayList<>();
      bytes.enter();
      for (long count = block(bytes); count > 0; count = block(bytes)) {
        for (long i = 0; i < count; i++) {
          bytes.making(1);
          items.add(item.read(bytes));
        }
      }
      bytes.leave();
      return new Node.ArrayNode(items);
    };
  }

  private ValueReader map(Schema schema) {
    ValueReader member = reader(schema.getValueType());
    return bytes -> {
      Map<String, Node> members = new LinkedHashMap<>();
      bytes.enter();
      for (long count = block(bytes); count > 0; count = block(bytes)) {
        for (long i = 0; i < count; i++) {
          bytes.making(1);
          String name = bytes.text(bytes.zigzag());
          members.put(name, member.read(bytes));
        }
      }
      bytes.leave();
      return new Node.ObjectNode(members);
    };
  }

  /**
   * How many items the next block has; 0 when there is none. A count below zero is followed by the
   * block's size in bytes, which is not needed.
   */
  private static long block(Bytes bytes) {
    long count = bytes.zigzag();
    if (count >= 0) {
      return count;
    }
    bytes.zigzag();
    if (count == Long.MIN_VALUE) {
      throw bytes.fault("a block has more items than there are numbers");
    }
    return -count;
  }

  private ValueReader record(Schema schema) {
    RecordReader known = records.get(schema.getFullName());
    if (known != null) {
      return known;
    }
    RecordReader reader = new RecordReader(schema.getFields().size());
    records.put(schema.getFullName(), reader);
    for (Schema.Field field : schema.getFields()) {
      reader.names[field.pos()] = field.name();
      reader.fields[field.pos()] = reader(field.schema());
    }
    return reader;
  }

  /** Filled after it is made, since a record may hold records of its own kind. */
  private static final class RecordReader implements ValueReader {
    private final String[] names;
    private final ValueReader[] fields;

    RecordReader(int size) {
      names = new String[size];
      fields = new ValueReader[size];
    }

    @Override
    public Node read(Bytes bytes) {
      Map<String, Node> members = new LinkedHashMap<>((names.length * 4 + 2) / 3);
      bytes.enter();
      bytes.making(names.length);
      for (int i = 0; i < names.length; i++) {
        members.put(names[i], fields[i].read(bytes));
      }
      bytes.leave();
      return new Node.ObjectNode(members);
    }
  }
}
