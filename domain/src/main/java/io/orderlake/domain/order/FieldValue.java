package io.orderlake.domain.order;

import java.io.Serializable;

/** A recorded field's value, as the producer wrote it. */
public sealed interface FieldValue extends Serializable {
  /** JSON null; rules treat it as a missing field. */
  FieldValue NULL = new Null();

  /** The value as JSON text: what the record held, for messages and for unknown fields. */
  String json();

  /** What kind of value it is, as a message names it. */
  String kind();

  /**
   * A string.
   *
   * @param value unescaped
   */
  record Text(String value) implements FieldValue {
    @Override
    public String json() {
      return JsonText.quote(value);
    }

    @Override
    public String kind() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param digits as written, e.g. {@code 10.0} or {@code 1E2}
   */
  record Number(String digits) implements FieldValue {
    @Override
    public String json() {
      return digits;
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /**
   * True or false.
   *
   * @param value which
   */
  record Flag(boolean value) implements FieldValue {
    @Override
    public String json() {
      return Boolean.toString(value);
    }

    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /**
   * An object or array.
   *
   * @param json compact JSON text
   */
  record Nested(String json) implements FieldValue {
    @Override
    public String kind() {
      return json.startsWith("{") ? "an object" : "an array";
    }
  }

  /** JSON null. */
  record Null() implements FieldValue {
    @Override
    public String json() {
      return "null";
    }

    @Override
    public String kind() {
      return "null";
    }
  }

  /**
   * A number where the current version writes a decimal in a string: what it says is the same.
   *
   * @param recorded the number as the producer wrote it
   */
  record DecimalNumber(Number recorded) implements FieldValue {
    @Override
    public String json() {
      return recorded.json();
    }

    @Override
    public String kind() {
      return recorded.kind();
    }
  }

  /**
   * A value that an upcaster could not carry over, because its type was wrong in the version it was
   * recorded under.
   *
   * @param recorded the value as the producer wrote it
   * @param expected what that version asks for, e.g. {@code a number}
   */
  record Misfit(FieldValue recorded, String expected) implements FieldValue {
    @Override
    public String json() {
      return recorded.json();
    }

    @Override
    public String kind() {
      return recorded.kind();
    }
  }
}
