package io.orderlake.bootstrap.demo;

import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GenerationObserver;
import io.orderlake.application.generate.GenerationPlan;
import io.orderlake.application.generate.GenerationReport;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.Background;
import io.orderlake.bootstrap.up.LocalBroker;
import io.orderlake.bootstrap.up.RunnerNotes;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.run.JobName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Acts the story on one lake, from an empty directory to Gold. */
final class Demo {
  private final LakehouseConfig config;
  private final Story story;
  private final BooleanSupplier stopRequested;

  Demo(LakehouseConfig config, Story story, BooleanSupplier stopRequested) {
    this.config = config;
    this.story = story;
    this.stopRequested = stopRequested;
  }

  /**
   * What the demo asks of the generator.
   *
   * @param events how many
   * @param seed of the orders
   * @param defects share of events that break a rule
   */
  record Plan(long events, long seed, double defects) {}

  /**
   * Plays it all.
   *
   * @param brokerBuild the build output of the broker's module
   * @return true when the lake holds exactly what was sent
   */
  boolean play(Plan plan, Path brokerBuild) throws Exception {
    try (Background<LocalBroker> broker =
            Background.begin("broker", () -> LocalBroker.start(config, brokerBuild, story::line));
        Lakehouse lake = Lakehouse.open(config);
        Background<ServeTriggers> runner =
            Background.begin(
                "spark",
                () ->
                    lake.get(Runners.class)
                        .serving(RunnerNotes.ofTroubles(new Troubles(story::line), story::line)))) {
      GenerationReport sent = produce(plan, lake, broker);
      ingest(lake);
      DemoRuns runs = new DemoRuns(lake, story, stopRequested);
      ServeTriggers serving = runner.get();
      try (Worker worker = Worker.start("runner", serving::serve, serving::stop)) {
        story.heading("Silver and Gold: a trigger file asks, the runner answers");
        runs.run(JobName.SILVER, "demo-silver", worker);
        runs.run(JobName.GOLD, "demo-gold", worker);
        runs.again(JobName.GOLD, "demo-gold", worker);
      }
      return new DemoReport(lake, story, config).tell(sent.expected());
    }
  }

  private GenerationReport produce(Plan plan, Lakehouse lake, Background<LocalBroker> broker)
      throws Exception {
    story.heading("Kafka: orders come in, some of them deliberately wrong");
    story.step(
        "starting Kafka, and Spark beside it",
        broker::get,
        b -> "a Kafka broker of its own at " + b.bootstrapServers());
    lake.get(KafkaTopics.class).ensure(config.kafka().topic(), config.kafka().partitions());
    GeneratorSettings orders =
        GeneratorSettings.seeded(plan.seed()).withDefects(plan.defects()).withRules(config.rules());
    return story.step(
        "publishing " + Numbers.count(plan.events(), "order"),
        () ->
            lake.get(GenerateOrders.class)
                .run(GenerationPlan.of(orders, plan.events()), new Watcher())
                .getOrElseThrow(undelivered -> new Unavailable(undelivered.sentence())),
        report ->
            Numbers.count(report.counts().acknowledged(), "order event")
                + " published and acknowledged, "
                + Numbers.count(report.expected().quarantined())
                + " of them broken, "
                + Numbers.count(report.expected().duplicates())
                + " repeated");
  }

  private void ingest(Lakehouse lake) throws Exception {
    DemoRuns.checkStop(stopRequested);
    story.heading("Bronze: the event store, every record as received");
    BronzeIngest bronze =
        story.step("starting Spark", () -> lake.get(BronzeIngest.class), b -> "Spark is up");
    DemoRuns.checkStop(stopRequested);
    IngestProgress progress =
        story.step(
            "reading Kafka with Spark Structured Streaming",
            () -> bronze.catchUp(p -> {}),
            p ->
                Numbers.count(p.records(), "record")
                    + " stored, byte for byte, with their offsets");
    DemoRuns.checkStop(stopRequested);
    story.remark(
        "next offsets "
            + progress.state().nextOffsets().map(o -> o._1 + "@" + o._2).mkString(", ")
            + ", in the same commit as the data");
  }

  private final class Watcher implements GenerationObserver {
    @Override
    public void progress(DeliveryCounts counts, Duration elapsed) {
      story.progress("publishing orders: " + Numbers.count(counts.acknowledged()));
    }

    @Override
    public boolean stopRequested() {
      return stopRequested.getAsBoolean();
    }
  }
}
