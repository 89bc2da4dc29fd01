package io.orderlake.adapters.registry.protobuf;

import io.orderlake.adapters.registry.protobuf.Message.Field;
import io.orderlake.adapters.registry.protobuf.Message.Presence;
import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.domain.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message. As Protobuf wants it, what is written twice counts once, the last of values
 * and all of messages together; what the schema does not know is gone past.
 */
final class MessageReader {
  private final Message type;
  private final @Nullable Object[] slots;

  private MessageReader(Message type, Bytes bytes) {
    bytes.making(1 + type.fields().size());
    this.type = type;
    this.slots = new Object[type.fields().size()];
  }

  /**
   * The message that all bytes left are.
   *
   * @throws io.orderlake.adapters.registry.record.Unreadable when they are none
   */
  static Node read(Message type, Bytes bytes) {
    MessageReader reader = new MessageReader(type, bytes);
    reader.readAll(bytes);
    return reader.node(bytes);
  }

  private void readAll(Bytes bytes) {
    bytes.enter();
    while (bytes.left() > 0) {
      long key = bytes.varint();
      long tag = key >>> 3;
      int wireType = (int) (key & 7);
      if (tag == 0 || tag > Integer.MAX_VALUE) {
        throw bytes.fault("there is no field " + tag);
      }
      Field field = type.field((int) tag);
      if (field == null || !read(field, wireType, bytes)) {
        WireType.skip(wireType, (int) tag, bytes);
      }
    }
    bytes.leave();
  }

  /** False when the field is not written so, which makes it one that is not known. */
  private boolean read(Field field, int wireType, Bytes bytes) {
    FieldType fieldType = field.type();
    if (fieldType instanceof FieldType.Entries entries) {
      if (wireType == WireType.LENGTH) {
        entry(field, entries, bytes);
        return true;
      }
      return false;
    }
    boolean isPacked =
        field.isRepeated()
            && wireType == WireType.LENGTH
            && fieldType.wireType() != WireType.LENGTH;
    if (isPacked) {
      int outer = bytes.narrow(bytes.varint());
      while (bytes.left() > 0) {
        items(field).add(single(fieldType, bytes));
      }
      bytes.widen(outer);
      return true;
    }
    if (wireType != fieldType.wireType()) {
      return false;
    }
    if (field.isRepeated()) {
      items(field)
          .add(
              fieldType instanceof FieldType.Nested n
                  ? message(n, bytes)
                  : single(fieldType, bytes));
    } else {
      choose(field);
      slots[field.place()] =
          fieldType instanceof FieldType.Nested nested
              ? merged(slots[field.place()], nested, bytes)
              : single(fieldType, bytes);
    }
    return true;
  }

  private static Node single(FieldType type, Bytes bytes) {
    bytes.making(1);
    return type instanceof FieldType.Symbol symbol
        ? symbol.of((int) bytes.varint())
        : ((FieldType.Single) type).scalar().read(bytes);
  }

  private static Node message(FieldType.Nested nested, Bytes bytes) {
    int outer = bytes.narrow(bytes.varint());
    Node read = read(nested.message(), bytes);
    bytes.widen(outer);
    return read;
  }

  /** A message that is written in parts is one message. */
  private static MessageReader merged(
      @Nullable Object before, FieldType.Nested nested, Bytes bytes) {
    int outer = bytes.narrow(bytes.varint());
    MessageReader reader =
        before instanceof MessageReader begun ? begun : new MessageReader(nested.message(), bytes);
    reader.readAll(bytes);
    bytes.widen(outer);
    return reader;
  }

  @SuppressWarnings("unchecked") // a repeated field's slot holds nothing else
  private List<Node> items(Field field) {
    Object known = slots[field.place()];
    List<Node> items = known == null ? new ArrayList<>() : (List<Node>) known;
    slots[field.place()] = items;
    return items;
  }

  /** Of a choice the last one that is written counts. */
  private void choose(Field field) {
    if (field.oneof() >= 0) {
      for (Field other : type.fields()) {
        if (other.oneof() == field.oneof() && other.place() != field.place()) {
          slots[other.place()] = null;
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // a map's slot holds nothing else
  private void entry(Field field, FieldType.Entries entries, Bytes bytes) {
    Object known = slots[field.place()];
    Map<String, Node> members = known == null ? new LinkedHashMap<>() : (Map<String, Node>) known;
    slots[field.place()] = members;
    int outer = bytes.narrow(bytes.varint());
    bytes.enter();
    Node name = entries.key().zero();
    Node value = null;
    while (bytes.left() > 0) {
      long key = bytes.varint();
      int wireType = (int) (key & 7);
      if (key >>> 3 == 1 && wireType == entries.key().wireType()) {
        name = entries.key().read(bytes);
      } else if (key >>> 3 == 2 && wireType == entries.value().wireType()) {
        value =
            entries.value() instanceof FieldType.Nested nested
                ? message(nested, bytes)
                : single(entries.value(), bytes);
      } else {
        WireType.skip(wireType, (int) (key >>> 3), bytes);
      }
    }
    bytes.making(1);
    members.put(keyText(name), value == null ? nothing(entries.value(), bytes) : value);
    bytes.leave();
    bytes.widen(outer);
  }

  private static String keyText(Node name) {
    return name.value() instanceof io.orderlake.domain.order.FieldValue.Text text
        ? text.value()
        : name.value().json();
  }

  private static Node nothing(FieldType type, Bytes bytes) {
    Node zero = type.zero();
    if (zero != null) {
      return zero;
    }
    int outer = bytes.narrow(0);
    Node empty = read(((FieldType.Nested) type).message(), bytes);
    bytes.widen(outer);
    return empty;
  }

  private Node node(Bytes bytes) {
    Map<String, Node> members = new LinkedHashMap<>((slots.length * 4 + 2) / 3);
    for (Field field : type.fields()) {
      Node value = value(field, bytes);
      if (value != null) {
        members.put(field.name(), value);
      }
    }
    return type.meaning(new Node.ObjectNode(members));
  }

  @SuppressWarnings("unchecked") // see items and entry
  private @Nullable Node value(Field field, Bytes bytes) {
    Object slot = slots[field.place()];
    if (field.type() instanceof FieldType.Entries) {
      return new Node.ObjectNode(slot == null ? Map.of() : (Map<String, Node>) slot);
    }
    if (field.isRepeated()) {
      return new Node.ArrayNode(slot == null ? List.of() : (List<Node>) slot);
    }
    if (slot == null && field.presence() == Presence.REQUIRED) {
      throw bytes.fault(
          "the field " + field.name() + " of " + type.name() + ", which it requires, is missing");
    }
    return slot == null
        ? field.zero()
        : slot instanceof MessageReader message ? message.node(bytes) : (Node) slot;
  }
}
