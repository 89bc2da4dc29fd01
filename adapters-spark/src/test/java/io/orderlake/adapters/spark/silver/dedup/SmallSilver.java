package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A lake of one's own, and what its Silver holds by event id. */
final class SmallSilver {
  private static final RecordRefiner REFINER =
      new RecordRefiner(new JacksonOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));

  private final SparkLake lake = new SparkLake();
  private final SilverTable table = lake.silver();

  Path root() {
    return Path.of(URI.create(lake.root()));
  }

  /** Silver as it is now. */
  LakeTable opened() {
    return LakeTable.open(TestSpark.session(), lake.root(), SilverLayout.LAYOUT);
  }

  /** Silver takes events with these ids in, by one run. */
  Conservation refine(String... eventIds) {
    lake.store(Stream.of(eventIds).map(id -> Sent.to(0, Event.v2(id))).toList());
    VersionRange range = table.unread(1_000_000);
    try (PreparedRefinement staged = table.prepare(range, REFINER)) {
      staged.commit();
      return staged.counts().conservation();
    }
  }

  /** So many ids, each another. */
  static String[] ids(String beginning, int count) {
    return IntStream.range(0, count).mapToObj(i -> beginning + i).toArray(String[]::new);
  }

  ContentHash contentOf(String eventId) {
    return lake.silverRows().stream()
        .filter(row -> row.eventId().equals(eventId))
        .findFirst()
        .orElseThrow()
        .contentHash();
  }

  static byte[] id(String text) {
    return text.getBytes(UTF_8);
  }
}
