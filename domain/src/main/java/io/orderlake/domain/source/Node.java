package io.orderlake.domain.source;

import io.orderlake.domain.order.FieldValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record holds, as a tree: the record itself, or a value somewhere in it. */
public sealed interface Node extends Serializable {
  /** The value as a field's: objects and arrays as compact JSON. */
  FieldValue value();

  /**
   * The node right below of that name or number, or null when there is none.
   *
   * @param token a member's name, or an item's number from 0
   */
  @Nullable Node child(String token);

  /**
   * An object.
   *
   * @param members in their order; not copied and not to be changed
   */
  record ObjectNode(Map<String, Node> members) implements Node {
    @Override
    public FieldValue value() {
      StringBuilder json = new StringBuilder("{");
      members.forEach(
          (name, member) -> {
            json.append(json.length() > 1 ? "," : "");
            json.append(new FieldValue.Text(name).json()).append(':').append(member.value().json());
          });
      return new FieldValue.Nested(json.append('}').toString());
    }

    @Override
    public @Nullable Node child(String token) {
      return members.get(token);
    }
  }

  /**
   * An array.
   *
   * @param items not copied and not to be changed
   */
  record ArrayNode(List<Node> items) implements Node {
    private static final int MOST_DIGITS = 9;

    @Override
    public FieldValue value() {
      StringBuilder json = new StringBuilder("[");
      for (Node item : items) {
        json.append(json.length() > 1 ? "," : "").append(item.value().json());
      }
      return new FieldValue.Nested(json.append(']').toString());
    }

    @Override
    public @Nullable Node child(String token) {
      int at = number(token);
      return at >= 0 && at < items.size() ? items.get(at) : null;
    }

    /** RFC 6901 writes an item's number without a zero before it. */
    private static int number(String token) {
      boolean written =
          !token.isEmpty()
              && token.length() <= MOST_DIGITS
              && token.chars().allMatch(c -> c >= '0' && c <= '9')
              && (token.length() == 1 || token.charAt(0) != '0');
      return written ? Integer.parseInt(token) : -1;
    }
  }

  /**
   * A text, a number, true, false or null.
   *
   * @param value never an object or an array
   */
  record ValueNode(FieldValue value) implements Node {
    @Override
    public @Nullable Node child(String token) {
      return null;
    }
  }
}
