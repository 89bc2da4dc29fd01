package io.orderlake.benchmarks.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.generate.Expectation;
import io.vavr.collection.List;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CorpusTest {
  private final List<Corpus.Sent> events = List.ofAll(() -> new Corpus(5_000).iterator());

  @Test
  void the_same_number_of_events_is_the_same_events() {
    List<Corpus.Sent> again = List.ofAll(() -> new Corpus(5_000).iterator());

    assertThat(again.map(CorpusTest::text)).isEqualTo(events.map(CorpusTest::text));
    assertThat(events).hasSize(5_000);
  }

  @Test
  void the_events_are_sent_evenly_over_two_days() {
    Duration half =
        Duration.between(events.head().sentAt(), events.get(events.size() / 2).sentAt());

    assertThat(half).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void no_valid_event_happens_after_it_is_sent() {
    assertThat(events.filter(event -> event.order().expectation() instanceof Expectation.Refined))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(((Expectation.Refined) event.order().expectation()).sale().eventTime())
                    .isBeforeOrEqualTo(event.sentAt()));
  }

  @Test
  void some_events_are_broken_and_some_are_repeated() {
    assertThat(events.map(event -> event.order().expectation()))
        .anyMatch(expectation -> expectation instanceof Expectation.Quarantined)
        .anyMatch(expectation -> expectation instanceof Expectation.Duplicate);
  }

  private static String text(Corpus.Sent event) {
    return event.sentAt() + event.order().key() + new String(event.order().value(), UTF_8);
  }
}
