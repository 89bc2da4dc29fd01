package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.application.feed.ExamineFeed;
import io.orderlake.application.feed.PublishedEvents;
import io.orderlake.application.source.CheckSource;
import io.orderlake.application.source.NewestRecords;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RecordRefiner;
import java.time.InstantSource;

/** What publishing a real feed looks at, and what a look at a source reads. */
final class FeedModule extends AbstractModule {
  @Provides
  ExamineFeed examine(RecordRefiner refiner, OrderEventDecoder decoder, InstantSource clock) {
    return new ExamineFeed(refiner, decoder, clock);
  }

  @Provides
  CheckSource checkSource(
      @Looking RecordRefiner refiner, @Looking Schemas schemas, InstantSource clock) {
    return new CheckSource(refiner, schemas, clock);
  }

  @Provides
  NewestRecords newest(KafkaTopics topics, SourceRecords records) {
    return new NewestRecords(topic -> new KafkaSourceOffsets(topics, topic), records);
  }

  @Provides
  PublishedEvents published(
      LakehouseConfig config,
      LakeVersions versions,
      BronzeView bronze,
      LakeLookup lookup,
      QuarantineView quarantine,
      SourceOffsets source,
      SourceRecords records,
      RecordRefiner refiner,
      InstantSource clock) {
    return new PublishedEvents(
        config.kafka().topic(),
        versions,
        bronze,
        lookup,
        quarantine,
        source,
        records,
        refiner,
        clock);
  }
}
