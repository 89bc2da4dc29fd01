package io.orderlake.adapters.registry.protobuf;

import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.source.Node;
import java.util.Map;

/** What a field holds: one of the four. */
sealed interface FieldType {
  /** How one of it lies in the bytes. */
  int wireType();

  /** What it is where nothing is written; null for nothing. */
  default @org.jspecify.annotations.Nullable Node zero() {
    return null;
  }

  /** A single value. */
  record Single(Scalar scalar) implements FieldType {
    @Override
    public int wireType() {
      return scalar.wireType();
    }

    @Override
    public Node zero() {
      return scalar.zero();
    }
  }

  /**
   * A name for a number.
   *
   * @param symbols by their numbers
   * @param zero the one that stands where nothing is written
   */
  record Symbol(Map<Integer, Node> symbols, Node zero) implements FieldType {
    /** The symbol; the number itself where it has none. */
    Node of(int number) {
      Node symbol = symbols.get(number);
      return symbol == null ? Values.number(number) : symbol;
    }

    @Override
    public int wireType() {
      return WireType.VARINT;
    }
  }

  /** A message. */
  record Nested(Message message) implements FieldType {
    @Override
    public int wireType() {
      return WireType.LENGTH;
    }
  }

  /** A map, whose entries are messages of a key and a value. */
  record Entries(Scalar key, FieldType value) implements FieldType {
    @Override
    public int wireType() {
      return WireType.LENGTH;
    }
  }
}
