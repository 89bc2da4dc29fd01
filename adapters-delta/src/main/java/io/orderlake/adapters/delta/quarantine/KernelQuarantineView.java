package io.orderlake.adapters.delta.quarantine;

import static io.orderlake.domain.table.QuarantineColumns.CODE;
import static io.orderlake.domain.table.QuarantineColumns.FIELD;
import static io.orderlake.domain.table.QuarantineColumns.LINE;
import static io.orderlake.domain.table.QuarantineColumns.REASONS;
import static io.orderlake.domain.table.QuarantineColumns.RULE_SET_VERSION;
import static io.orderlake.domain.table.QuarantineColumns.SENTENCE;

import io.orderlake.adapters.delta.bronze.RecordColumns;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineEntry;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.QuarantineColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quarantine's records out of its Delta table. */
public final class KernelQuarantineView implements QuarantineView {
  private static final WantedColumns COLUMNS = WantedColumns.of(QuarantineColumns.SCHEMA.columns());
  private static final WantedColumns RELEASES =
      WantedColumns.of(
          Stream.concat(BronzeColumns.PLACE.stream(), QuarantineColumns.DECISION.stream())
              .toList());

  private static final WantedColumns ENTRIES =
      WantedColumns.of(
          Stream.concat(BronzeColumns.MOMENT.stream(), QuarantineColumns.DECISION.stream())
              .toList());

  private final KernelLake lake;

  public KernelQuarantineView(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
    Map<BronzeOrder, String> releases = releases(version);
    forEachQuarantined(
        version,
        record -> {
          if (!releases.containsKey(record.order())) {
            consumer.accept(record);
          }
        });
  }

  @Override
  public void forEachReleased(long version, Consumer<ReleasedRecord> consumer) {
    Map<BronzeOrder, String> releases = releases(version);
    if (!releases.isEmpty()) {
      forEachQuarantined(
          version,
          record -> {
            String ruleSet = releases.get(record.order());
            if (ruleSet != null) {
              consumer.accept(new ReleasedRecord(record, ruleSet));
            }
          });
    }
  }

  @Override
  public void forEachEntry(long version, Consumer<QuarantineEntry> consumer) {
    Map<BronzeOrder, String> releases = releases(version);
    lake.table(TableId.QUARANTINE)
        .files(version, ENTRIES)
        .forEach(
            file ->
                file.forEachRow(
                    row -> {
                      if (!isRelease(row)) {
                        consumer.accept(entry(row, releases));
                      }
                    }));
  }

  private static QuarantineEntry entry(StoredRow row, Map<BronzeOrder, String> releases) {
    BronzeOrder place = place(row);
    return new QuarantineEntry(
        place,
        RecordColumns.timestamp(row),
        reasons(row).stream().map(QuarantineReason::code).collect(Collectors.toSet()),
        releases.containsKey(place));
  }

  private void forEachQuarantined(long version, Consumer<QuarantinedRecord> consumer) {
    lake.table(TableId.QUARANTINE)
        .files(version, COLUMNS)
        .forEach(
            file ->
                file.forEachRow(
                    row -> {
                      if (!isRelease(row)) {
                        consumer.accept(quarantined(row));
                      }
                    }));
  }

  /** By its place, the rule set under which a record was released: its row has no reasons. */
  private Map<BronzeOrder, String> releases(long version) {
    Map<BronzeOrder, String> releases = new HashMap<>();
    lake.table(TableId.QUARANTINE)
        .files(version, RELEASES)
        .forEach(
            file ->
                file.forEachRow(
                    row -> {
                      if (isRelease(row)) {
                        releases.put(place(row), row.text(RULE_SET_VERSION));
                      }
                    }));
    return releases;
  }

  /** What to read for {@link #quarantined}. */
  public static WantedColumns columns() {
    return COLUMNS;
  }

  /** True for the row that releases a record, which another row has quarantined. */
  public static boolean isRelease(StoredRow row) {
    return reasons(row).isEmpty();
  }

  /** The place of what a row has quarantined or released. */
  public static BronzeOrder place(StoredRow row) {
    return RecordColumns.order(row).ofLine(line(row));
  }

  /** The quarantined record in a row that has these columns and is no release. */
  public static QuarantinedRecord quarantined(StoredRow row) {
    return new QuarantinedRecord(
        RecordColumns.record(row), line(row), reasons(row), row.text(RULE_SET_VERSION));
  }

  private static int line(StoredRow row) {
    return row.integerOrNone(LINE).getOrElse(BronzeOrder.WHOLE_RECORD);
  }

  private static List<QuarantineReason> reasons(StoredRow row) {
    if (!row.has(REASONS)) {
      throw row.never("a record without reasons");
    }
    return row.structs(REASONS, KernelQuarantineView::reason);
  }

  private static QuarantineReason reason(StoredRow reason) {
    return new QuarantineReason(reason.text(CODE), reason.text(FIELD), reason.text(SENTENCE));
  }
}
