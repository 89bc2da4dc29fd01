package io.orderlake.application.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.twin.InMemoryFeedSource;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Feeds on their way to a topic in memory, under the default rules. */
final class FeedStage {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
  static final String HEADER = "Item,Qty,Price,City,Time\n";
  static final ColumnMapping MAPPING =
      ColumnMapping.parse("product=Item,quantity=Qty,price=Price,city=City,event_time=Time").get();
  static final FeedSettings SETTINGS = FeedSettings.of("USD").with(MAPPING);

  final PlainOrderEventDecoder decoder = new PlainOrderEventDecoder();
  final RecordRefiner refiner = new RecordRefiner(decoder, RuleSet.of(RuleSettings.DEFAULTS));
  final InMemoryOrderEventLog log = new InMemoryOrderEventLog("orders", 1);
  final List<DeliveryCounts> progress = new ArrayList<>();
  KnownEvents known = KnownEvents.NONE;

  Either<FeedFailure, Examination> look(FeedSource source, FeedSettings settings) {
    return new ExamineFeed(refiner, decoder, CLOCK).look(source, settings, false);
  }

  Either<FeedFailure, Examination> look(String csv) {
    return look(InMemoryFeedSource.of("feed.csv", csv), SETTINGS);
  }

  /** Looks, and publishes whatever is seen. */
  Either<FeedFailure, FeedReport> publish(FeedSource source, FeedSettings settings) {
    return look(source, settings)
        .flatMap(seen -> new PublishFeed(log, decoder, known, progress::add).publish(source, seen));
  }

  Either<FeedFailure, FeedReport> publish(String name, String csv) {
    return publish(InMemoryFeedSource.of(name, csv), SETTINGS);
  }

  List<String> published() {
    return log.stored().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  List<String> ids() {
    return published().stream()
        .map(event -> event.replaceAll(".*\"event_id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
