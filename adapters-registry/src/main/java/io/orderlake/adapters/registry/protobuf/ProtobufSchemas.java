package io.orderlake.adapters.registry.protobuf;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.adapters.registry.record.Unreadable;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.source.Node;
import io.vavr.control.Either;
import java.util.List;

/** Makes readers of Protobuf's schemas. */
public final class ProtobufSchemas {
  private ProtobufSchemas() {}

  /**
   * The reader of records that begin with the place of their message in the schema, as Confluent's
   * serialisers write it.
   *
   * @return or why it is no schema, as a sentence goes on after what it is
   */
  public static Either<String, PayloadReader> framed(RegisteredSchema schema) {
    return messages(schema)
        .map(top -> (value, from) -> read(value, from, bytes -> indexed(top, bytes)));
  }

  /**
   * The reader of records that are one message and nothing else.
   *
   * @param message its name, with its package or without; empty for the only one that the schema
   *     declares at its top
   * @return or why there is none, as a sentence goes on after what it is
   */
  public static Either<String, PayloadReader> plain(RegisteredSchema schema, String message) {
    return messages(schema)
        .flatMap(top -> named(top, message))
        .map(type -> (value, from) -> read(value, from, bytes -> type));
  }

  private static Either<String, List<Message>> messages(RegisteredSchema schema) {
    try {
      List<Message> messages = ProtoCompiler.messages(schema);
      return messages.isEmpty() ? Either.left("declares no message") : Either.right(messages);
    } catch (RuntimeException e) { // so does Wire's parser
      return Either.left("is no schema of Protobuf: " + e.getMessage());
    } catch (StackOverflowError e) {
      return Either.left("is no schema of Protobuf: it is nested too deeply");
    }
  }

  private static Either<String, Message> named(List<Message> top, String name) {
    List<Message> all = top.stream().flatMap(ProtobufSchemas::withNested).toList();
    if (name.isEmpty()) {
      return top.size() == 1
          ? Either.right(top.get(0))
          : Either.left("declares several messages (" + names(top) + "); name one of them");
    }
    return all.stream()
        .filter(message -> message.name().equals(name) || message.name().endsWith("." + name))
        .findFirst()
        .<Either<String, Message>>map(Either::right)
        .orElseGet(
            () -> Either.left("declares no message " + name + "; it declares " + names(all)));
  }

  private static java.util.stream.Stream<Message> withNested(Message message) {
    return java.util.stream.Stream.concat(
        java.util.stream.Stream.of(message),
        message.nested().stream().flatMap(ProtobufSchemas::withNested));
  }

  private static String names(List<Message> messages) {
    return String.join(", ", messages.stream().map(Message::name).toList());
  }

  /** Finds out which message follows. */
  private interface Choice {
    Message of(Bytes bytes);
  }

  private static Either<String, Node> read(byte[] value, int from, Choice choice) {
    try {
      Bytes bytes = new Bytes(value, from);
      Node record = MessageReader.read(choice.of(bytes), bytes);
      return record instanceof Node.ValueNode
          ? Either.left("it holds a single value and no message of fields")
          : Either.right(record);
    } catch (Unreadable e) {
      return Either.left(e.sentence());
    }
  }

  /** A count of numbers and these, each the place of a message in the one before; 0 for one 0. */
  private static Message indexed(List<Message> top, Bytes bytes) {
    long count = bytes.zigzag();
    if (count < 0 || count > Bytes.DEEPEST) {
      throw bytes.fault("its message lies " + count + " deep in the schema");
    }
    Message message = null;
    List<Message> choice = top;
    for (long i = 0; i < Math.max(1, count); i++) {
      long place = count == 0 ? 0 : bytes.zigzag();
      if (place < 0 || place >= choice.size()) {
        throw bytes.fault(
            "it is of the message "
                + place
                + " of "
                + (message == null ? "the schema" : message.name())
                + ", which has "
                + choice.size());
      }
      message = choice.get((int) place);
      choice = message.nested();
    }
    return java.util.Objects.requireNonNull(message);
  }
}
