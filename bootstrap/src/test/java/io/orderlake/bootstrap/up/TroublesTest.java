package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private final List<String> notes = new ArrayList<>();
  private final Troubles troubles = new Troubles(notes::add);

  @Test
  void a_trouble_is_told_when_it_begins_when_its_reason_changes_and_when_it_is_over() {
    assertThat(troubles.met("silver", "file 3 is gone", "first")).isTrue();
    assertThat(troubles.met("silver", "file 4 is gone", "again")).isFalse();
    assertThat(troubles.met("gold", "file 4 is gone", "of another part")).isTrue();
    assertThat(troubles.met("silver", "the disk is full", "another reason")).isTrue();
    troubles.over("silver", "works");
    troubles.over("silver", "works still");
    assertThat(troubles.met("silver", "the disk is full", "anew")).isTrue();

    assertThat(notes)
        .containsExactly("first", "of another part", "another reason", "works", "anew");
  }

  @Test
  void reasons_that_take_turns_are_each_told_once() {
    for (int i = 0; i < 3; i++) {
      troubles.met("runner", "result " + i + " cannot be written", "result");
      troubles.met("runner", "sign cannot be renewed", "sign");
    }
    assertThat(notes).containsExactly("result", "sign");
  }

  @Test
  void a_full_disk_is_told_once_for_all_parts_and_so_is_its_end() {
    troubles.met("runner", "writing a: No space left on device", "cannot write a");
    troubles.met("ingest", "writing b: No space left on device", "cannot write b");
    troubles.met("runner", "renewing c: Disk quota exceeded", "cannot renew c");
    assertThat(notes).singleElement().asString().contains("the disk is full", "cannot write a");

    troubles.over("ingest", "works");
    assertThat(notes).hasSize(1);
    troubles.over("runner", "works");
    assertThat(notes).hasSize(2).endsWith("there is room on the disk again");
  }

  @Test
  void a_part_that_was_never_in_trouble_says_nothing_of_working() {
    troubles.over("gold", "works");

    assertThat(notes).isEmpty();
  }
}
