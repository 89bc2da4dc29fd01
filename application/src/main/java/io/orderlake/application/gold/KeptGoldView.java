package io.orderlake.application.gold;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps the cells of what was read last, for somebody who looks at the same versions again and
 * again: a version of a table never changes. Safe for use by several threads.
 */
public final class KeptGoldView implements GoldView {
  private final GoldView view;
  private final int most;
  private final Map<Key, Vector<GoldCell>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int size;

  /**
   * Over another view.
   *
   * @param most how many cells to keep at most; a version that has more is read anew each time
   */
  public KeptGoldView(GoldView view, int most) {
    this.view = view;
    this.most = most;
  }

  @Override
  public void forEach(GoldProjection projection, long version, Consumer<GoldCell> consumer) {
    Key key = new Key(projection, version);
    Option<Vector<GoldCell>> known = known(key);
    if (known.isDefined()) {
      known.get().forEach(consumer);
    } else {
      Keeping keeping = new Keeping();
      view.forEach(projection, version, keeping.andThen(consumer));
      keeping.cells().forEach(cells -> keep(key, cells));
    }
  }

  private synchronized Option<Vector<GoldCell>> known(Key key) {
    return Option.of(kept.get(key));
  }

  private synchronized void keep(Key key, Vector<GoldCell> cells) {
    if (kept.put(key, cells) == null) {
      size += cells.size();
    }
    Iterator<Vector<GoldCell>> leastRecent = kept.values().iterator();
    while (size > most) {
      size -= leastRecent.next().size();
      leastRecent.remove();
    }
  }

  /** What is read, as long as it is not too much. */
  private final class Keeping implements Consumer<GoldCell> {
    private final List<GoldCell> read = new ArrayList<>();
    private boolean isTooMuch;

    @Override
    public void accept(GoldCell cell) {
      if (read.size() == most) {
        isTooMuch = true;
        read.clear();
      }
      if (!isTooMuch) {
        read.add(cell);
      }
    }

    Option<Vector<GoldCell>> cells() {
      return Option.when(!isTooMuch, () -> Vector.ofAll(read));
    }
  }

  /** The same cells may be read as those of other projections: in another zone, say. */
  private record Key(GoldProjection projection, long version) {}
}
