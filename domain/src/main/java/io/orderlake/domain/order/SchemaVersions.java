package io.orderlake.domain.order;

import io.orderlake.domain.money.Amount;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Which versions of the order event there are, and how each is brought to the current one. */
public final class SchemaVersions {
  /** The newest: optional fields, and kinds of events, come with a version of their own. */
  public static final int CURRENT =
      Math.max(OptionalField.newestVersion(), OrderKind.newestVersion());

  /**
   * The upcaster from version n at index n - 1. From version 2 on versions do nothing but add
   * optional fields or words of one; one that does more has an upcaster of its own.
   */
  private static final Array<Upcaster> UPCASTERS =
      Array.<Upcaster>of(new UpcastV1ToV2())
          .appendAll(Array.range(2, CURRENT).map(UpcastAdditions::new));

  /** How the known versions are written, version n at index n - 1. */
  private static final List<String> DIGITS =
      IntStream.rangeClosed(1, CURRENT).mapToObj(Integer::toString).toList();

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
    if (version instanceof FieldValue.Number number) {
      int known = known(number.digits());
      if (known > 0) {
        return Either.right(known);
      }
    }
    return Either.left(
        "schema_version is " + Shown.value(version) + "; known are the numbers 1 to " + CURRENT);
  }

  /** The version that the number names, in whatever way it is written; 0 for none. */
  private static int known(String digits) {
    int usual = DIGITS.indexOf(digits) + 1;
    return usual > 0
        ? usual
        : Amount.parseJsonNumber(digits)
            .map(number -> IntStream.rangeClosed(1, CURRENT).filter(v -> is(v, number)).sum())
            .getOrElse(0);
  }

  private static boolean is(int version, BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(version)) == 0;
  }

  /** The event as the current version would have recorded it. */
  public static RecordedOrder upcast(RecordedOrder recorded, int version, RuleSettings settings) {
    RecordedOrder current = recorded;
    for (int from = version; from < CURRENT; from++) {
      current = UPCASTERS.get(from - 1).upcast(current, settings);
    }
    return current;
  }

  /** The versions that an event goes through on its way to the current one, the first its own. */
  public static Seq<Integer> path(int version) {
    return Array.rangeClosed(version, CURRENT);
  }
}
