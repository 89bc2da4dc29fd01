package io.orderlake.benchmarks.corpus;

import io.orderlake.adapters.kafka.broker.BrokerProcess;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.Lazy;
import io.vavr.collection.HashMap;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The corpus in a topic of an embedded broker. Broker and topic are made when somebody first asks
 * for them, and the broker runs until this is closed.
 */
public final class CorpusTopic implements AutoCloseable {
  public static final String TOPIC = "orders";
  public static final int PARTITIONS = 4;

  private final BenchContext context;
  private final Lazy<EmbeddedBroker> broker;
  private final Lazy<Published> published;

  /**
   * The corpus once it is published.
   *
   * @param checksum of all events: the same for the same number of events, on every machine
   * @param cost of making and publishing them
   */
  public record Published(String bootstrapServers, long events, String checksum, Cost cost) {}

  public CorpusTopic(BenchContext context) {
    this.context = context;
    this.broker = Lazy.of(this::start);
    this.published = Lazy.of(this::publish);
  }

  /** The corpus, published now if it was not yet. */
  public Published published() {
    return published.get();
  }

  /** The configuration of a lake in {@code data} that ingests the corpus. */
  public LakehouseConfig lakeIn(Path data) {
    return context.config(
        data, HashMap.of("kafka.bootstrap", published().bootstrapServers(), "kafka.topic", TOPIC));
  }

  private EmbeddedBroker start() {
    Path kafka = context.emptyDirectory("kafka");
    return EmbeddedBroker.start(
        new BrokerProcess(
            BrokerProcess.classPathIn(context.brokerBuild()),
            kafka.resolve("data"),
            0,
            kafka.resolve("kafka.log"),
            Duration.ofSeconds(60)));
  }

  private Published publish() {
    Corpus corpus = new Corpus(context.rows());
    EmbeddedBroker running = broker.get();
    try (KafkaTopics topics = KafkaTopics.of(running.connection())) {
      topics.ensure(TOPIC, PARTITIONS);
    }
    context.screen().progress("publishing the corpus…");
    String[] checksum = {""};
    Cost cost =
        Meter.here(
            () -> checksum[0] = CorpusPublisher.publish(corpus, running.bootstrapServers(), TOPIC));
    return new Published(running.bootstrapServers(), corpus.events(), checksum[0], cost);
  }

  @Override
  public void close() {
    if (broker.isEvaluated()) {
      broker.get().close();
    }
  }
}
