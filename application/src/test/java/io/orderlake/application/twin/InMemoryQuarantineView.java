package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.Consumer;

/** A quarantine as the list of its versions. */
public final class InMemoryQuarantineView implements QuarantineView {
  private volatile Vector<Vector<QuarantinedRecord>> versions = Vector.empty();

  @Override
  public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
    if (version < 0 || version >= versions.size()) {
      throw LakeFailure.lasting("silver/quarantine has no version " + version + " in memory");
    }
    versions.get((int) version).forEach(consumer);
  }

  /** Appends in one commit and returns the version. */
  public synchronized long append(List<QuarantinedRecord> records) {
    Vector<QuarantinedRecord> before = versions.lastOption().getOrElse(Vector::empty);
    versions = versions.append(before.appendAll(records));
    return versions.size() - 1L;
  }
}
