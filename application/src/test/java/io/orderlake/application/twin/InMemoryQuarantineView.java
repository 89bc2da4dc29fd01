package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.quarantine.QuarantineEntry;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.Consumer;

/** A quarantine as the list of its versions. */
public final class InMemoryQuarantineView implements QuarantineView {
  private volatile Vector<Vector<QuarantineRow>> versions = Vector.empty();

  @Override
  public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
    QuarantineRow.held(rows(version)).forEach(consumer);
  }

  @Override
  public void forEachReleased(long version, Consumer<ReleasedRecord> consumer) {
    QuarantineRow.released(rows(version)).forEach(consumer);
  }

  @Override
  public void forEachEntry(long version, Consumer<QuarantineEntry> consumer) {
    forEach(version, held -> consumer.accept(QuarantineEntry.of(held, false)));
    forEachReleased(
        version, released -> consumer.accept(QuarantineEntry.of(released.record(), true)));
  }

  private List<QuarantineRow> rows(long version) {
    if (version < 0 || version >= versions.size()) {
      throw LakeFailure.lasting("silver/quarantine has no version " + version + " in memory");
    }
    return versions.get((int) version).asJava();
  }

  /** Appends in one commit and returns the version. */
  public long append(List<QuarantinedRecord> records) {
    return add(Vector.ofAll(records).map(QuarantineRow::held));
  }

  /** Releases in one commit and returns the version. */
  public long release(List<ReleasedRecord> records) {
    return add(Vector.ofAll(records).map(QuarantineRow::release));
  }

  private synchronized long add(Vector<QuarantineRow> rows) {
    Vector<QuarantineRow> before = versions.lastOption().getOrElse(Vector::empty);
    versions = versions.append(before.appendAll(rows));
    return versions.size() - 1L;
  }
}
