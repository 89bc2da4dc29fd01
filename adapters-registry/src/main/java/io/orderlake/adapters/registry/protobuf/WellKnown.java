package io.orderlake.adapters.registry.protobuf;

import io.orderlake.adapters.registry.record.Values;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.source.Node;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Messages that stand for a single value: a timestamp is an instant as ISO 8601 writes it, a
 * wrapper what it wraps, Confluent's decimal an exact number, {@code Struct} and its kin the JSON
 * that they are. What does not fit stays the message that it is.
 */
final class WellKnown {
  private static final Map<String, UnaryOperator<Node>> MEANINGS =
      Map.ofEntries(
          Map.entry("google.protobuf.Timestamp", WellKnown::timestamp),
          Map.entry("google.protobuf.Duration", WellKnown::duration),
          Map.entry("google.protobuf.DoubleValue", WellKnown::wrapped),
          Map.entry("google.protobuf.FloatValue", WellKnown::wrapped),
          Map.entry("google.protobuf.Int64Value", WellKnown::wrapped),
          Map.entry("google.protobuf.UInt64Value", WellKnown::wrapped),
          Map.entry("google.protobuf.Int32Value", WellKnown::wrapped),
          Map.entry("google.protobuf.UInt32Value", WellKnown::wrapped),
          Map.entry("google.protobuf.BoolValue", WellKnown::wrapped),
          Map.entry("google.protobuf.StringValue", WellKnown::wrapped),
          Map.entry("google.protobuf.BytesValue", WellKnown::wrapped),
          Map.entry("google.protobuf.Struct", struct -> part(struct, "fields", struct)),
          Map.entry("google.protobuf.ListValue", list -> part(list, "values", list)),
          Map.entry("google.protobuf.Value", WellKnown::json),
          Map.entry("confluent.type.Decimal", WellKnown::decimal));

  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final int NANOS = 1_000_000_000;
  private static final int MOST_DIGITS = 1_000;

  private WellKnown() {}

  /** What a message of that name stands for; itself when it is no well-known one. */
  static UnaryOperator<Node> meaning(String name) {
    UnaryOperator<Node> meaning = MEANINGS.get(name);
    return meaning == null ? UnaryOperator.identity() : message -> asFarAsItFits(meaning, message);
  }

  /** Somebody may have declared another message under such a name. */
  private static Node asFarAsItFits(UnaryOperator<Node> meaning, Node message) {
    try {
      return meaning.apply(message);
    } catch (IllegalArgumentException e) {
      return message;
    }
  }

  private static Node part(Node message, String name, Node otherwise) {
    Node part = message.child(name);
    return part == null ? otherwise : part;
  }

  private static Node wrapped(Node message) {
    return part(message, "value", message);
  }

  private static long number(Node message, String name) {
    Node part = message.child(name);
    return part == null ? 0 : Long.parseLong(part.value().json());
  }

  private static Node timestamp(Node message) {
    long seconds = number(message, "seconds");
    long nanos = number(message, "nanos");
    boolean fits = seconds >= FIRST_SECOND && seconds <= LAST_SECOND && nanos >= 0 && nanos < NANOS;
    return fits ? Values.instant(seconds, nanos) : message;
  }

  private static Node duration(Node message) {
    BigDecimal seconds =
        BigDecimal.valueOf(number(message, "seconds"))
            .add(BigDecimal.valueOf(number(message, "nanos"), 9));
    return Values.text(
        (seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString()) + "s");
  }

  private static Node json(Node message) {
    if (message instanceof Node.ObjectNode value && value.members().size() == 1) {
      return value.members().containsKey("null_value")
          ? Values.NULL
          : value.members().values().iterator().next();
    }
    return Values.NULL;
  }

  private static Node decimal(Node message) {
    byte[] unscaled = bytes(message.child("value"));
    long scale = number(message, "scale");
    boolean fits =
        unscaled.length * 12L / 5 <= MOST_DIGITS && scale >= -MOST_DIGITS && scale <= MOST_DIGITS;
    return fits ? Values.decimal(unscaled, (int) scale) : message;
  }

  private static byte[] bytes(@Nullable Node node) {
    return node != null && node.value() instanceof FieldValue.Text text
        ? Base64.getDecoder().decode(text.value())
        : new byte[0];
  }
}
