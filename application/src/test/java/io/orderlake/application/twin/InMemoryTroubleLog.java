package io.orderlake.application.twin;

import io.orderlake.domain.alert.TroubleLog;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What was told, in memory. */
public final class InMemoryTroubleLog implements TroubleLog {
  private Seq<Entry> entries = List.empty();
  private boolean taken;
  private int writes;

  @Override
  public synchronized Option<Held> tryTake() {
    if (taken) {
      return Option.none();
    }
    taken = true;
    return Option.some(new Holder());
  }

  /** How often something was kept. */
  public synchronized int writes() {
    return writes;
  }

  private final class Holder implements Held {
    private boolean closed;

    @Override
    public Seq<Entry> entries() {
      return entries;
    }

    @Override
    public void keep(Seq<Entry> kept) {
      synchronized (InMemoryTroubleLog.this) {
        entries = kept.toList();
        writes++;
      }
    }

    @Override
    public void close() {
      synchronized (InMemoryTroubleLog.this) {
        if (!closed) {
          taken = false;
        }
        closed = true;
      }
    }
  }
}
