package io.orderlake.application.contract;

import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Silver and Quarantine say, free of how the log was cut into commits: which record, or line,
 * became which row, by Kafka address.
 *
 * @param rows by Kafka address, the business content of Silver's row
 * @param quarantined by Kafka address, the reasons
 */
record Contents(Map<String, String> rows, Map<String, Set<String>> quarantined) {
  static Contents of(LakeLab lab) {
    return new Contents(
        lab.silverRows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.provenance().order().position().toString(),
                    Contents::business,
                    (a, b) -> {
                      throw new AssertionError("one record became two rows: " + a + " and " + b);
                    },
                    TreeMap::new)),
        lab.quarantineRows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.order().position().toString(),
                    Contents::reasons,
                    (a, b) -> {
                      throw new AssertionError("one record quarantined twice: " + a + ", " + b);
                    },
                    TreeMap::new)));
  }

  private static String business(RefinedOrder row) {
    return String.join(
        "|",
        row.eventId(),
        row.orderId(),
        row.product(),
        row.city(),
        Long.toString(row.quantity()),
        row.unitPrice().plain(),
        row.total().plain(),
        row.currency(),
        String.valueOf(row.converted()),
        row.optional().toString(),
        row.eventTime().toString(),
        row.contentHash().toString(),
        row.provenance().unknownFields(),
        row.provenance().warnings().toString());
  }

  private static Set<String> reasons(QuarantinedRecord row) {
    return row.reasons().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
