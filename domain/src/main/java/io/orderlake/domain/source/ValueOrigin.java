package io.orderlake.domain.source;

import io.orderlake.domain.order.FieldValue;
import io.vavr.control.Either;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a field's value comes from. */
public sealed interface ValueOrigin extends Serializable {
  /** The value; null when there is none. A blank text is none. */
  @Nullable FieldValue of(Node record, Node line, int number);

  /** As a mapping may write it. */
  String text();

  /** Whether it names the line's number, which only a record that is taken apart has. */
  default boolean needsNumber() {
    return false;
  }

  /**
   * Reads a place, or a template with a place in braces; or what is wrong with it, as a sentence
   * goes on after the text.
   */
  static Either<String, ValueOrigin> at(String text) {
    return text.indexOf('{') >= 0 ? Template.parse(text) : Pointer.parse(text).map(At::new);
  }

  private static @Nullable FieldValue valueAt(Pointer pointer, Node record, Node line) {
    Node node = pointer.in(record, line);
    FieldValue value = node == null ? null : node.value();
    boolean isNone =
        value instanceof FieldValue.Null
            || (value instanceof FieldValue.Text text && text.value().isBlank());
    return isNone ? null : value;
  }

  /**
   * Whatever lies at one place.
   *
   * @param pointer the place
   */
  record At(Pointer pointer) implements ValueOrigin {
    @Override
    public @Nullable FieldValue of(Node record, Node line, int number) {
      return valueAt(pointer, record, line);
    }

    @Override
    public String text() {
      return pointer.toString();
    }
  }

  /**
   * The first of several that has a value: what lay in one place in earlier records lies in another
   * in later ones.
   *
   * @param origins at least one, in the order in which they are looked at
   */
  record First(List<ValueOrigin> origins) implements ValueOrigin {
    public First {
      origins = List.copyOf(origins);
    }

    @Override
    public @Nullable FieldValue of(Node record, Node line, int number) {
      for (ValueOrigin origin : origins) {
        FieldValue value = origin.of(record, line, number);
        if (value != null) {
          return value;
        }
      }
      return null;
    }

    @Override
    public boolean needsNumber() {
      return origins.stream().anyMatch(ValueOrigin::needsNumber);
    }

    @Override
    public String text() {
      return "first of " + String.join(", ", origins.stream().map(ValueOrigin::text).toList());
    }
  }

  /**
   * The same for every line.
   *
   * @param value in the contract's own form
   */
  record Constant(String value) implements ValueOrigin {
    @Override
    public FieldValue of(Node record, Node line, int number) {
      return new FieldValue.Text(value);
    }

    @Override
    public String text() {
      return "=" + value;
    }
  }

  /**
   * Texts and values one after the other, such as {@code {/orderId}-{line}}; no value where one of
   * them is not there.
   *
   * @param pieces in their order
   */
  record Template(List<Piece> pieces) implements ValueOrigin {
    private static final String LINE = "line";

    public Template {
      pieces = List.copyOf(pieces);
    }

    /**
     * A piece: one of the three.
     *
     * @param literal a text as it is
     * @param pointer where its text lies
     */
    public record Piece(@Nullable String literal, @Nullable Pointer pointer)
        implements Serializable {
      /** The line's number. */
      static final Piece NUMBER = new Piece(null, null);
    }

    /** Reads it; or what is wrong with it, as a sentence goes on after the text. */
    public static Either<String, ValueOrigin> parse(String text) {
      List<Piece> pieces = new ArrayList<>();
      int from = 0;
      while (from < text.length()) {
        int open = text.indexOf('{', from);
        int end = open < 0 ? text.length() : open;
        if (text.substring(from, end).indexOf('}') >= 0) {
          return Either.left("has a } without a { before it");
        }
        if (end > from) {
          pieces.add(new Piece(text.substring(from, end), null));
        }
        if (open < 0) {
          break;
        }
        int close = text.indexOf('}', open);
        if (close < 0) {
          return Either.left("has a { without a } after it");
        }
        String inside = text.substring(open + 1, close);
        Either<String, Piece> piece =
            inside.equals(LINE)
                ? Either.right(Piece.NUMBER)
                : Pointer.parse(inside).map(pointer -> new Piece(null, pointer));
        if (piece.isLeft()) {
          return Either.left("has {" + inside + "}, which " + piece.getLeft());
        }
        pieces.add(piece.get());
        from = close + 1;
      }
      return Either.right(new Template(pieces));
    }

    @Override
    public @Nullable FieldValue of(Node record, Node line, int number) {
      StringBuilder text = new StringBuilder();
      for (Piece piece : pieces) {
        Pointer pointer = piece.pointer();
        if (piece.literal() != null) {
          text.append(piece.literal());
        } else if (pointer == null) {
          text.append(number);
        } else {
          FieldValue value = valueAt(pointer, record, line);
          if (value == null) {
            return null;
          }
          text.append(value instanceof FieldValue.Text found ? found.value() : value.json());
        }
      }
      return new FieldValue.Text(text.toString());
    }

    @Override
    public boolean needsNumber() {
      return pieces.contains(Piece.NUMBER);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (Piece piece : pieces) {
        text.append(
            piece.literal() != null
                ? piece.literal()
                : "{" + (piece.pointer() == null ? LINE : piece.pointer()) + "}");
      }
      return text.toString();
    }
  }
}
