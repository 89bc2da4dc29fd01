package io.orderlake.application.twin;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gold tables as lists of their versions. */
public final class InMemoryGoldView implements GoldView {
  private volatile Map<String, Vector<Vector<GoldCell>>> tables = HashMap.empty();

  @Override
  public void forEach(GoldProjection projection, long version, Consumer<GoldCell> consumer) {
    Vector<Vector<GoldCell>> versions = versions(projection);
    if (version < 0 || version >= versions.size()) {
      throw LakeFailure.lasting(
          "gold/" + projection.table() + " has no version " + version + " in memory");
    }
    versions.get((int) version).forEach(consumer);
  }

  /** Commits and returns the version: the partitions' cells go, then the new ones come. */
  public synchronized long commit(
      GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    Vector<Vector<GoldCell>> versions = versions(projection);
    Vector<GoldCell> kept =
        versions
            .lastOption()
            .getOrElse(Vector::empty)
            .reject(cell -> replaced.contains(cell.key().partition()));
    tables = tables.put(projection.table(), versions.append(kept.appendAll(added)));
    return versions.size();
  }

  private Vector<Vector<GoldCell>> versions(GoldProjection projection) {
    return tables.getOrElse(projection.table(), Vector.empty());
  }
}
