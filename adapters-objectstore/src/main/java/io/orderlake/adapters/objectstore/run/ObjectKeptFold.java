package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.protocol.run.FoldText;
import io.vavr.control.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fold as the object {@code runs/journal-fold}, see {@link FoldText}. Of a journal whose first
 * line was taken away nothing is kept.
 */
public final class ObjectKeptFold implements KeptFold {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectKeptFold.class);
  private static final String NAME = "journal-fold";

  private final ControlPlace runs;
  private final JournalObjects journal;

  /** The fold of the journal of the lake whose control objects lie there. */
  public ObjectKeptFold(ControlPlace control) {
    this.runs = control.below("runs");
    this.journal = new JournalObjects(control);
  }

  @Override
  public Option<Folded> read() {
    try {
      return runs.get(NAME)
          .flatMap(FoldText::read)
          .filter(kept -> mark(kept.folded().number()).contains(kept.mark()))
          .map(FoldText::folded);
    } catch (LakeFailure | NumberFormatException e) {
      LOG.debug("what was kept of the journal in {} is not used", runs.shown(NAME), e);
      return Option.none();
    }
  }

  @Override
  public void keep(Folded folded) {
    try {
      mark(folded.number()).forEach(mark -> runs.put(NAME, new FoldText(folded, mark).write()));
    } catch (LakeFailure e) {
      LOG.debug("nothing was kept of the journal in {}", runs.shown(NAME), e);
    }
  }

  /** What the journal up to that line is told by; none when it has no such line. */
  private Option<String> mark(long number) {
    return number < 1
        ? Option.none()
        : journal
            .line(1)
            .flatMap(first -> journal.line(number).map(reached -> FoldText.mark(first, reached)));
  }
}
