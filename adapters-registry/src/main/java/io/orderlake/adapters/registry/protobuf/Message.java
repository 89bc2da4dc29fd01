package io.orderlake.adapters.registry.protobuf;

import io.orderlake.domain.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A type of message. Filled after it is made, since messages may hold their own kind. */
final class Message {
  /** When a field is there. */
  enum Presence {
    /** Always: what is not written is the type's zero. */
    IMPLICIT,
    /** When it is written. */
    EXPLICIT,
    /** When it is written, which it must be. */
    REQUIRED
  }

  /**
   * A field.
   *
   * @param name as the schema has it
   * @param place its number among the fields, from 0
   * @param oneof the number of the choice that it is one of; below 0 for none
   * @param zero what it is where nothing is written; null for nothing
   */
  record Field(
      String name,
      int place,
      FieldType type,
      boolean isRepeated,
      Presence presence,
      int oneof,
      @Nullable Node zero) {}

  private final String name;
  private final List<Message> nested = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final Map<Integer, Field> byTag = new HashMap<>();
  private final UnaryOperator<Node> meaning;

  Message(String name) {
    this.name = name;
    this.meaning = WellKnown.meaning(name);
  }

  /** With its package. */
  String name() {
    return name;
  }

  /** The messages that are declared in it, in their order. */
  List<Message> nested() {
    return nested;
  }

  /** In the order of the schema. */
  List<Field> fields() {
    return fields;
  }

  @Nullable Field field(int tag) {
    return byTag.get(tag);
  }

  void add(int tag, Field field) {
    fields.add(field);
    byTag.put(tag, field);
  }

  /** What the message stands for, where everybody knows it; else itself. */
  Node meaning(Node read) {
    return meaning.apply(read);
  }
}
