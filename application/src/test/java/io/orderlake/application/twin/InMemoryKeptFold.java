package io.orderlake.application.twin;

import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.KeptFold;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** A fold of a journal in memory, with the events that it was made of. */
public final class InMemoryKeptFold implements KeptFold {
  private final InMemoryRunJournal journal;
  private Option<Kept> kept = Option.none();

  private record Kept(Folded folded, Seq<JournalEvent> of) {}

  public InMemoryKeptFold(InMemoryRunJournal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized Option<Folded> read() {
    return kept.filter(known -> events(known.folded()).equals(known.of())).map(Kept::folded);
  }

  @Override
  public synchronized void keep(Folded folded) {
    kept = Option.some(new Kept(folded, events(folded)));
  }

  private Seq<JournalEvent> events(Folded folded) {
    return journal.recent(Integer.MAX_VALUE).take((int) folded.number());
  }

  /** The same, beside another journal. */
  InMemoryKeptFold of(InMemoryRunJournal other) {
    InMemoryKeptFold moved = new InMemoryKeptFold(other);
    moved.kept = kept;
    return moved;
  }

  /** Nothing is kept any more. */
  public synchronized void lose() {
    kept = Option.none();
  }

  /** Something else is kept, if anything is. */
  public synchronized void change(UnaryOperator<Folded> change) {
    kept = kept.map(known -> new Kept(change.apply(known.folded()), known.of()));
  }
}
