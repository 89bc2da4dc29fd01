package io.orderlake.adapters.registry.format;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a table as Debezium tells them: the row after the change is the record. The envelope
 * may stand in another one, of {@code schema} and {@code payload}, as Connect's JSON writes it.
 */
public final class DebeziumFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  /** Its name in configuration. */
  public static final String NAME = "debezium";

  private static final String AFTER = "after";

  private final RecordFormat inside;

  /**
   * The envelope.
   *
   * @param inside the format that it is written in
   */
  public DebeziumFormat(RecordFormat inside) {
    this.inside = inside;
  }

  @Override
  public String name() {
    return inside.name();
  }

  @Override
  public List<String> identity() {
    List<String> identity = new ArrayList<>(inside.identity());
    identity.add("unwrap " + NAME);
    return identity;
  }

  @Override
  public boolean isText() {
    return inside.isText();
  }

  @Override
  public RecordFormat over(Schemas schemas) {
    return new DebeziumFormat(inside.over(schemas));
  }

  @Override
  public Option<String> refusedBefore(byte[] value) {
    return inside.refusedBefore(value);
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    return inside.read(value).flatMap(DebeziumFormat::after);
  }

  private static Either<String, Node> after(Node record) {
    Node payload = record.child("payload");
    Node envelope = payload != null && record.child("schema") != null ? payload : record;
    if (isNull(envelope)) {
      return Either.left(
          "the change has no payload (a tombstone, which follows a delete): there is no row to make"
              + " lines of");
    }
    Node after = envelope.child(AFTER);
    if (after == null) {
      return Either.left(
          "the value is no change as Debezium tells it: it has no member 'after'; leave `unwrap` out"
              + " where a connector has taken the row out of its envelope already");
    }
    return isNull(after) ? Either.left(gone(envelope.child("op"))) : Either.right(after);
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.ValueNode value && value.value() instanceof FieldValue.Null;
  }

  private static String gone(@Nullable Node op) {
    String code = op != null && op.value() instanceof FieldValue.Text text ? text.value() : "";
    return "the change has no row after it"
        + switch (code) {
          case "d" -> ": it is a delete (op d), and what was counted before stays counted";
          case "t" -> ": the table was emptied (op t), and what was counted before stays counted";
          default -> "";
        };
  }
}
