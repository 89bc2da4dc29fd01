package io.orderlake.domain.silver;

import io.vavr.control.Option;

/** Judges the quarantine's records again. */
@FunctionalInterface
public interface QuarantineRedrive {
  /**
   * Judges without making anything visible. Records that pass and whose event id nobody holds, or
   * whose event Silver holds with the same content, are to be released; all others stay quarantined
   * as they are.
   *
   * @param reason judges only records that have that reason code
   * @param refiner with the rules in force
   * @throws io.orderlake.domain.lake.LakeFailure when a table or its store fails
   */
  PreparedRedrive prepare(Option<String> reason, RecordRefiner refiner);
}
