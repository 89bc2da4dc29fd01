package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.domain.lake.Scratch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link Scratch} promises. */
public abstract class ScratchContract {
  private static final int BYTES = 12;

  /** Scratch space that nobody else uses. */
  protected abstract Scratch scratch();

  private static byte[] entry(int bin, int thread, int number) {
    return String.format(Locale.ROOT, "%02d:%02d:%06d", bin, thread, number)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static List<String> entries(byte[] bin) {
    List<String> entries = new ArrayList<>();
    for (int at = 0; at < bin.length; at += BYTES) {
      entries.add(new String(bin, at, BYTES, StandardCharsets.US_ASCII));
    }
    return entries;
  }

  @Test
  protected void a_bin_holds_what_was_added_to_it_and_nothing_else() {
    try (Scratch.Spill pile = scratch().open(BYTES, 3)) {
      pile.add(0, entry(0, 1, 1));
      pile.add(2, entry(2, 1, 2));
      pile.add(2, entry(2, 1, 3));

      assertThat(entries(pile.read(0))).containsExactly("00:01:000001");
      assertThat(pile.read(1)).isEmpty();
      assertThat(entries(pile.read(2))).containsExactlyInAnyOrder("02:01:000002", "02:01:000003");
    }
  }

  @Test
  protected void many_entries_of_several_threads_all_come_back() throws Exception {
    int bins = 7;
    int each = 40_000;
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Scratch.Spill pile = scratch().open(BYTES, bins)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        int thread = t;
        writers.add(threads.submit(() -> fill(pile, bins, thread, each)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      TreeSet<String> found = new TreeSet<>();
      for (int bin = 0; bin < bins; bin++) {
        String prefix = String.format(Locale.ROOT, "%02d:", bin);
        List<String> entries = entries(pile.read(bin));
        assertThat(entries).isNotEmpty().allMatch(entry -> entry.startsWith(prefix));
        entries.forEach(entry -> found.add(entry.substring(3)));
      }
      assertThat(found).hasSize(3 * each);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void fill(Scratch.Spill pile, int bins, int thread, int entries) {
    Random random = new Random(thread);
    for (int i = 0; i < entries; i++) {
      int bin = random.nextInt(bins);
      pile.add(bin, entry(bin, thread, i));
    }
  }

  @Test
  protected void an_entry_is_copied_before_add_returns() {
    try (Scratch.Spill pile = scratch().open(BYTES, 1)) {
      byte[] entry = entry(0, 0, 7);
      pile.add(0, entry);
      entry[0] = 'X';

      assertThat(entries(pile.read(0))).containsExactly("00:00:000007");
    }
  }

  @Test
  protected void piles_that_are_open_together_do_not_mix() {
    Scratch scratch = scratch();
    try (Scratch.Spill one = scratch.open(BYTES, 1);
        Scratch.Spill other = scratch.open(BYTES, 1)) {
      one.add(0, entry(0, 0, 1));
      other.add(0, entry(0, 0, 2));

      assertThat(entries(one.read(0))).containsExactly("00:00:000001");
      assertThat(entries(other.read(0))).containsExactly("00:00:000002");
    }
  }

  @Test
  protected void an_entry_of_another_size_is_refused() {
    try (Scratch.Spill pile = scratch().open(BYTES, 1)) {
      assertThatIllegalArgumentException().isThrownBy(() -> pile.add(0, new byte[BYTES + 1]));
    }
  }

  @Test
  protected void closing_twice_is_closing_once() {
    Scratch scratch = scratch();
    Scratch.Spill pile = scratch.open(BYTES, 1);
    pile.add(0, entry(0, 0, 1));
    pile.close();
    try (Scratch.Spill next = scratch.open(BYTES, 1)) {
      next.add(0, entry(0, 0, 2));

      assertThatCode(pile::close).doesNotThrowAnyException();
      assertThat(entries(next.read(0))).containsExactly("00:00:000002");
    }
  }
}
