package io.orderlake.domain.order;

import io.vavr.collection.Array;
import io.vavr.control.Either;

/** Which versions of the order event there are, and how each is brought to the current one. */
public final class SchemaVersions {
  public static final int CURRENT = 2;

  /** The upcaster from version n at index n - 1. */
  private static final Array<Upcaster> UPCASTERS = Array.of(new UpcastV1ToV2());

  private SchemaVersions() {}

  /**
   * The version an event was recorded under; without {@code schema_version} it is 1.
   *
   * @return the version, or the sentence that says why it is not known
   */
  public static Either<String, Integer> of(RecordedOrder recorded) {
    FieldValue version = recorded.get(OrderFields.SCHEMA_VERSION);
    if (version == null || version instanceof FieldValue.Null) {
      return Either.right(1);
    }
    for (int known = 1; known <= CURRENT; known++) {
      if (version instanceof FieldValue.Number n && n.digits().equals(Integer.toString(known))) {
        return Either.right(known);
      }
    }
    return Either.left(
        "schema_version is " + Shown.value(version) + "; known are the numbers 1 to " + CURRENT);
  }

  /** The event as the current version would have recorded it. */
  public static RecordedOrder upcast(RecordedOrder recorded, int version, RuleSettings settings) {
    RecordedOrder current = recorded;
    for (Upcaster step : UPCASTERS.drop(version - 1)) {
      current = step.upcast(current, settings);
    }
    return current;
  }
}
