package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/** A Silver as the list of its versions; each row is a part. */
public final class InMemorySilverView implements SilverView {
  private volatile Vector<Vector<RefinedOrder>> versions = Vector.empty();

  @Override
  public Seq<TablePart<RefinedOrder>> parts(long version) {
    if (version < 0 || version >= versions.size()) {
      throw LakeFailure.lasting("silver/orders has no version " + version + " in memory");
    }
    return versions.get((int) version).map(row -> consumer -> consumer.accept(row));
  }

  @Override
  public SortedMap<String, Long> currencies(long version) {
    SortedMap<String, Long> newest = TreeMap.empty();
    for (TablePart<RefinedOrder> part : parts(version)) {
      List<RefinedOrder> rows = new ArrayList<>();
      part.forEach(rows::add);
      for (RefinedOrder row : rows) {
        newest = newest.put(row.currency(), row.provenance().order().ingestSequence(), Math::max);
      }
    }
    return newest;
  }

  /** Appends in one commit and returns the version. */
  public synchronized long append(List<RefinedOrder> rows) {
    versions = versions.append(versions.lastOption().getOrElse(Vector::empty).appendAll(rows));
    return versions.size() - 1L;
  }
}
