package io.orderlake.application.feed;

import static io.orderlake.application.feed.FeedStage.HEADER;
import static io.orderlake.application.feed.FeedStage.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeLookup;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemorySilverView;
import io.orderlake.application.twin.InMemorySourceRecords;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was published is found wherever it is: in the lake, or on its way to it. */
class PublishedEventsTest {
  private static final String CUP = "Cup,2,3.50,Bern,2026-11-20T10:15:00Z\n";
  private static final String PLATE = "Plate,1,9.00,Bern,2026-11-20T10:16:00Z\n";
  private static final String BAD = "Fork,0,1.00,Oslo,2026-11-20T10:17:00Z\n";

  private final FeedStage stage = new FeedStage();
  private final InMemoryBronzeView bronze = new InMemoryBronzeView();
  private final InMemorySilverView silver = new InMemorySilverView();
  private final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();
  private LakeVersions versions = new InMemoryLakeVersions();
  private boolean sourceAnswers = true;

  private final SourceOffsets offsets =
      new SourceOffsets() {
        @Override
        public SortedMap<TopicPartition, Long> ends() {
          return state().ends();
        }

        @Override
        public SourceState state() {
          if (!sourceAnswers) {
            throw LakeFailure.because(FailureCause.TIMED_OUT, "the source is silent");
          }
          return stage.log.state();
        }
      };

  @BeforeEach
  void the_lake_is_looked_at() {
    stage.known =
        events ->
            new PublishedEvents(
                    "orders",
                    versions,
                    bronze,
                    new InMemoryLakeLookup(
                        new InMemoryBronzeView(), silver, quarantine, new InMemoryGoldView()),
                    quarantine,
                    offsets,
                    new InMemorySourceRecords(stage.log),
                    stage.refiner,
                    FeedStage.CLOCK)
                .known()
                .among(events);
  }

  /** Everything in the topic is ingested and refined, and then forgotten by the topic. */
  private void refineAll(String topicId) {
    InMemoryLake lake = new InMemoryLake();
    List<InMemoryOrderEventLog.Stored> stored = stage.log.stored();
    lake.store(stored.stream().map(r -> Sent.raw(0, r.value())).toList());
    bronze.knowTopic("orders", topicId);
    long ignored =
        bronze.commit(0, TreeMap.of(new TopicPartition("orders", 0), (long) stored.size()));
    Pipeline jobs = new Pipeline(lake, stage.decoder, 1_000);
    jobs.silver();
    ignored = silver.append(lake.silverRows());
    ignored = quarantine.append(lake.quarantineRows());
    versions = jobs.versions();
    stage.log.expire(0, stored.size());
  }

  @Test
  void what_waits_in_the_topic_is_known_without_any_lake() {
    stage.publish("a.csv", HEADER + CUP + CUP + BAD).get();

    FeedReport again = stage.publish("b.csv", HEADER + CUP + CUP + BAD + PLATE).get();

    assertThat(again.known()).isEqualTo(3);
    assertThat(stage.published()).hasSize(4);
    assertThat(again.notCompared()).isEmpty();
  }

  @Test
  void what_the_lake_has_refined_or_quarantined_is_known_when_the_topic_has_forgotten_it() {
    stage.publish("a.csv", HEADER + CUP + BAD).get();
    refineAll("orders#1");
    int before = stage.published().size();

    FeedReport again = stage.publish("b.csv", HEADER + PLATE + BAD + CUP).get();

    assertThat(again.known()).isEqualTo(2);
    assertThat(again.knownQuarantined()).isEqualTo(1);
    assertThat(stage.published()).hasSize(before + 1).last().asString().contains("Plate");
  }

  @Test
  void a_lake_that_was_filled_from_another_topic_is_not_asked() {
    stage.publish("a.csv", HEADER + CUP).get();
    refineAll("orders#0");

    assertThat(stage.publish("a.csv", HEADER + CUP).get().known()).isZero();
  }

  @Test
  void a_row_that_was_named_by_file_and_number_is_known_under_that_name() {
    stage
        .publish(
            InMemoryFeedSource.of("sales.csv", HEADER + CUP + PLATE),
            SETTINGS.withIdPrefix("sales.csv-"))
        .get();
    refineAll("orders#1");

    assertThat(stage.publish("sales.csv", HEADER + CUP + PLATE).get().known()).isEqualTo(2);
    assertThat(stage.publish("sales.csv", HEADER + PLATE + CUP).get().known())
        .as("another file of that name")
        .isZero();
  }

  @Test
  void an_event_with_other_content_under_a_known_id_is_published() {
    String event =
        "{\"schema_version\":2,\"event_id\":\"e\",\"order_id\":\"o\",\"product\":\"Cup\",\"quantity\":1,\"unit_price\":\"1\",\"currency\":\"USD\",\"city\":\"Bern\",\"event_time\":\"2026-11-20T10:15:00Z\"}\n";
    String other = event.replace("\"quantity\":1", "\"quantity\":2");
    FeedSettings settings = FeedSettings.of("USD");
    stage.publish(InMemoryFeedSource.of("a", event), settings).get();

    FeedReport again = stage.publish(InMemoryFeedSource.of("a", event + other), settings).get();

    assertThat(again.known()).isEqualTo(1);
    assertThat(again.counts().acknowledged()).isEqualTo(1);
  }

  @Test
  void where_nothing_can_be_known_everything_is_published_and_the_reason_is_said() {
    sourceAnswers = false;

    FeedReport report = stage.publish("a.csv", HEADER + CUP).get();

    assertThat(report.counts().acknowledged()).isEqualTo(1);
    assertThat(report.notCompared()).contains("the source is silent");
  }
}
