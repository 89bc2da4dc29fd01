package io.orderlake.domain.order;

import java.util.Arrays;
import java.util.List;

/**
 * The order event's optional fields that Silver keeps, each declared here and nowhere else: the
 * event's versions, reading, the rules on types and blank texts, the content hash, Silver's columns
 * and what is shown of a row go over all of them. A new one comes last, since the content hash
 * takes them in this order.
 */
public enum OptionalField {
  DISCOUNT(
      "discount",
      Form.AMOUNT,
      new Since(3, 2),
      "by how much the total is lowered; null where the event names none"),
  CUSTOMER_ID(
      "customer_id",
      Form.TEXT,
      new Since(3, 2),
      "the producer's id of who bought; null where the event names none"),

  /** See {@link OrderKind}. */
  KIND(
      "kind",
      Form.TEXT,
      new Since(4, 4),
      "refund where the event takes back what was sold, cancellation where the row takes back what that of the same event adds; null where it sells");

  /** All of them, in their order. */
  public static final List<OptionalField> ALL = List.of(values());

  private final String field;
  private final Form form;
  private final int sinceVersion;
  private final int sinceLayout;
  private final String meaning;

  OptionalField(String field, Form form, Since since, String meaning) {
    this.field = field;
    this.form = form;
    this.sinceVersion = since.version();
    this.sinceLayout = since.layout();
    this.meaning = meaning;
  }

  /** How the event writes a field. */
  public enum Form {
    /** Any string; one that is blank is refused. Kept as it is written. */
    TEXT,
    /** A decimal number in a string; its limits are for rules of its own. */
    AMOUNT
  }

  /**
   * When a field came.
   *
   * @param version the event's first version that has it; an older event may hold something of that
   *     name, which means nothing
   * @param layout the first layout of Silver that has its column
   */
  public record Since(int version, int layout) {}

  /** Its name, in the event as in Silver. */
  public String field() {
    return field;
  }

  /** Its place among all of them, from 0. */
  @SuppressWarnings("EnumOrdinal") // nowhere stored
  public int place() {
    return ordinal();
  }

  public Form form() {
    return form;
  }

  public Since since() {
    return new Since(sinceVersion, sinceLayout);
  }

  /** What Silver's column of that name says. */
  public String meaning() {
    return meaning;
  }

  /** Those that a version of the event adds to the one before it. */
  static List<OptionalField> addedBy(int version) {
    return ALL.stream().filter(field -> field.sinceVersion == version).toList();
  }

  /** The newest version of the event that adds any. */
  static int newestVersion() {
    return Arrays.stream(values()).mapToInt(field -> field.sinceVersion).max().orElseThrow();
  }
}
