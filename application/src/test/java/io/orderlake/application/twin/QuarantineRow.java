package io.orderlake.application.twin;

import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<Object, QuarantinedRecord> held = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.releasedUnder.isEmpty())
        .forEach(row -> held.put(row.record.record().source(), row.record));
    released(rows).forEach(released -> held.remove(released.record().record().source()));
    return List.copyOf(held.values());
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
