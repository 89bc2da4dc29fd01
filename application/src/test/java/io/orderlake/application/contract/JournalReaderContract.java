package io.orderlake.application.contract;

import static io.orderlake.application.contract.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.JournalReader;
import io.orderlake.domain.run.JournalReader.Page;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** What everybody keeps who reads the journal on. */
public abstract class JournalReaderContract {
  /** The same journal, empty at first, at every call within one test. */
  protected abstract RunJournal journal();

  /** A reader that has not read yet. */
  protected abstract JournalReader open();

  @Test
  void a_journal_without_events_has_no_page() {
    assertThat(open().after(0)).isEqualTo(new Page(Vector.empty(), 0));
  }

  @Test
  void all_events_are_read_once_in_their_order_however_many_pages_it_takes() {
    write(0, 1_234);

    assertThat(rest(open(), 0)).isEqualTo(events(0, 1_234));
  }

  @Test
  void what_was_added_is_read_on_by_the_same_reader_and_by_another_one() {
    JournalReader reader = open();
    write(0, 3);
    assertThat(rest(reader, 0)).isEqualTo(events(0, 3));
    assertThat(reader.after(3)).isEqualTo(new Page(Vector.empty(), 3));

    write(3, 5);
    assertThat(rest(reader, 3)).isEqualTo(events(3, 5));
    assertThat(rest(open(), 3)).isEqualTo(events(3, 5));
  }

  @Test
  void a_reader_may_go_back() {
    JournalReader reader = open();
    write(0, 5);
    rest(reader, 0);

    assertThat(rest(reader, 2)).isEqualTo(events(2, 5));
    assertThat(rest(reader, 0)).isEqualTo(events(0, 5));
  }

  @Test
  void a_journal_that_holds_less_than_was_read_is_damaged() {
    write(0, 2);

    assertThatThrownBy(() -> open().after(3))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("line 2");
  }

  private void write(int from, int until) {
    events(from, until).forEach(journal()::append);
  }

  private static Seq<JournalEvent> rest(JournalReader reader, long number) {
    Vector<JournalEvent> all = Vector.empty();
    Page page = reader.after(number);
    while (page.events().nonEmpty()) {
      all = all.appendAll(page.events());
      page = reader.after(page.last());
    }
    return all;
  }

  private static Seq<JournalEvent> events(int from, int until) {
    return Vector.range(from, until)
        .map(i -> new RunEvent.RunClaimed(1, NOON, new RunId("run-" + i)));
  }
}
