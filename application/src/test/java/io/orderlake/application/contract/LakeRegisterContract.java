package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every register of a lake's properties keeps. */
public abstract class LakeRegisterContract {
  protected static final LakeProperties BERLIN =
      new LakeProperties(ZoneId.of("Europe/Berlin"), "EUR");
  private static final LakeProperties LISBON =
      new LakeProperties(ZoneId.of("Europe/Lisbon"), "EUR");

  /** The same, empty at first, lake at every call within one test. */
  protected abstract LakeRegister open();

  @Test
  void a_lake_that_is_not_born_has_no_properties() {
    assertThat(open().read()).isEmpty();
  }

  @Test
  void what_is_entered_first_stays_and_is_what_everybody_reads() {
    assertThat(open().enter(BERLIN)).isEqualTo(KeptProperties.from(BERLIN));
    assertThat(open().enter(LISBON)).isEqualTo(KeptProperties.from(BERLIN));
    assertThat(open().read()).containsExactly(KeptProperties.from(BERLIN));
  }

  @Test
  void of_several_who_enter_at_once_one_succeeds_and_all_are_told_the_same() throws Exception {
    List<String> currencies = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH");
    ExecutorService threads = Executors.newFixedThreadPool(currencies.size());
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<KeptProperties>> told =
          currencies.stream()
              .map(
                  currency ->
                      threads.submit(
                          () -> {
                            go.await();
                            return open()
                                .enter(new LakeProperties(BERLIN.reportingZone(), currency));
                          }))
              .toList();
      go.countDown();
      KeptProperties kept = told.get(0).get();
      for (Future<KeptProperties> each : told) {
        assertThat(each.get()).isEqualTo(kept);
      }
      assertThat(open().read()).containsExactly(kept);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_change_is_read_back_with_what_held_before_it() {
    KeptProperties born = open().enter(BERLIN);
    open().change(born.changedTo(LISBON, 4));

    KeptProperties read = open().read().get();
    assertThat(IntStream.range(3, 7).mapToObj(read::at).toList())
        .containsExactly(BERLIN, BERLIN, LISBON, LISBON);
    assertThat(read.isBeingChanged(4)).isTrue();
    assertThat(read.isBeingChanged(5)).isFalse();
  }
}
