package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of the quarantine.
 *
 * @param record what was quarantined
 * @param releasedUnder the rules that the record passed under, in the row that releases it
 */
record QuarantineRow(QuarantinedRecord record, Option<String> releasedUnder) {
  static QuarantineRow held(QuarantinedRecord record) {
    return new QuarantineRow(record, Option.none());
  }

  static QuarantineRow release(ReleasedRecord released) {
    return new QuarantineRow(released.record(), Option.some(released.ruleSet()));
  }

  /** The records of these rows that are not released. */
  static List<QuarantinedRecord> held(Collection<QuarantineRow> rows) {
    Set<BronzeOrder> released =
        released(rows).stream()
            .map(release -> release.record().order())
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> row.releasedUnder.isEmpty())
        .map(QuarantineRow::record)
        .filter(record -> !released.contains(record.order()))
        .toList();
  }

  /** The releases among these rows. */
  static List<ReleasedRecord> released(Collection<QuarantineRow> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.releasedUnder
                    .map(rules -> new ReleasedRecord(row.record, rules))
                    .toJavaStream())
        .toList();
  }
}
