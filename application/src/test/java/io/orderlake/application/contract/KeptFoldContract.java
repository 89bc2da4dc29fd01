package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.KeptFold;
import io.orderlake.domain.run.KeptFold.Folded;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

/** What every {@link KeptFold} promises. */
public abstract class KeptFoldContract {
  /** The same journal, empty at first, at every call until it is replaced. */
  protected abstract RunJournal journal();

  /** The fold of that journal. */
  protected abstract KeptFold open();

  /** The journal is another one from now on, and empty. */
  protected abstract void replaceJournal();

  @Test
  protected void where_nothing_was_kept_there_is_nothing() {
    assertThat(open().read()).isEmpty();
  }

  @Test
  protected void what_was_kept_last_is_there_for_whoever_opens_it() {
    write("a", 40);
    open().keep(new Folded("1-a", 7, List.of("before")));
    Folded folded = new Folded("1-a", 30, List.of("x\t1\tä", "", "y\t2"));
    open().keep(folded);
    write("b", 3);

    assertThat(open().read()).contains(folded);
  }

  @Test
  protected void the_fold_of_all_there_is_fits_also_when_more_comes() {
    write("a", 5);
    Folded folded = new Folded("1-a", 5, List.of("x"));
    open().keep(folded);
    assertThat(open().read()).contains(folded);

    write("b", 1_000);
    assertThat(open().read()).contains(folded);
  }

  @Test
  protected void of_a_journal_that_is_another_one_now_there_is_nothing() {
    write("a", 40);
    open().keep(new Folded("1-a", 30, List.of("x")));
    replaceJournal();
    assertThat(open().read()).isEmpty();

    write("b", 40);
    assertThat(open().read()).isEmpty();
  }

  /** Events of which each is another one. */
  protected final void write(String name, int events) {
    for (int i = 0; i < events; i++) {
      journal().append(new RunEvent.RunClaimed(1, NOON, new RunId(name + "-" + i)));
    }
  }
}
