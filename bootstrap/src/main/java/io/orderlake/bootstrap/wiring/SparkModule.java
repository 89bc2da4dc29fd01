package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.SparkSilver;
import io.orderlake.application.ingest.IngestTopics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.List;
import java.time.InstantSource;
import java.util.function.Function;

/** Spark: one warm session, and the tables that it writes. */
final class SparkModule extends AbstractModule {
  @Provides
  @Singleton
  SparkLake spark(LakehouseConfig config, Resources resources) {
    return resources.opened(
        SparkLake.start(
            TablePlace.root(config), config.sparkFiles(), TablePlace.spark(config).toJavaMap()));
  }

  @Provides
  @Singleton
  BronzeIngest ingest(
      SparkLake spark,
      SourceRecords records,
      KafkaTopics topics,
      LakehouseConfig config,
      InstantSource clock) {
    return new IngestTopics(
        config
            .topics()
            .toSortedMap(
                Function.identity(),
                topic ->
                    spark.ingest(topic, records, new KafkaSourceOffsets(topics, topic), clock)));
  }

  @Provides
  @Singleton
  SparkSilver silver(SparkLake spark) {
    return spark.silver();
  }

  @Provides
  SilverTable refining(SparkSilver silver) {
    return silver.table();
  }

  @Provides
  SilverRebuilds rebuilds(SparkSilver silver) {
    return silver.rebuilds();
  }

  @Provides
  QuarantineRedrive redrive(SparkSilver silver) {
    return silver.redrive();
  }

  @Provides
  @Singleton
  GoldTables gold(SparkLake spark, List<GoldProjection> projections) {
    return spark.gold(projections);
  }

  @Provides
  @Singleton
  TableCompaction compaction(SparkLake spark) {
    return spark.compaction();
  }

  @Provides
  @Singleton
  TableVacuum vacuum(SparkLake spark) {
    return spark.vacuum();
  }
}
