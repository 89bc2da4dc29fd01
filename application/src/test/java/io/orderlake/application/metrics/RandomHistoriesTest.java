package io.orderlake.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.KeptFold.Folded;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a lake, and to whoever shows its metrics. */
class RandomHistoriesTest {
  private static final int HISTORIES = 12;
  private static final int STEPS = 80;
  private static final String LAG = "orderlake_stage_lag_commits";

  @Test
  void no_counter_falls_no_lag_is_negative_and_everybody_tells_the_same() {
    long first = Long.getLong("orderlake.test.seed", 20261129);
    for (long seed = first; seed < first + HISTORIES; seed++) {
      new History(seed).play();
    }
  }

  private static final class History {
    private static final long KEPT_EVERY = 7;

    private final MetricsStage stage = new MetricsStage();
    private final long seed;
    private final Random random;
    private ShowMetrics metrics = stage.metrics(KEPT_EVERY);
    private Map<String, Double> counters = HashMap.empty();
    private List<RunId> begun = List.empty();
    private int runs;

    History(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      stage.takeOver();
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        step();
        look(step);
      }
    }

    private void step() {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> stage.produce(random.nextInt(50));
        case 3, 4 -> stage.ingest();
        case 5 -> silver();
        case 6 -> gold();
        case 7 -> begun = begun.append(stage.begin(anyJob(), id()));
        case 8 -> begun.forEach(run -> stage.abandonAndBegin(run, 2));
        case 9 -> endOne();
        case 10 -> startAnew();
        default -> expire();
      }
      stage.pass(Duration.ofMillis(random.nextInt(20_000)));
      if (random.nextBoolean()) {
        metrics.sample();
      }
    }

    /** From what the last one has kept, unless that is lost or of another program. */
    private void startAnew() {
      switch (random.nextInt(5)) {
        case 0 -> stage.fold.lose();
        case 1 -> stage.fold.change(folded -> new Folded("0-0", folded.number(), folded.state()));
        case 2 ->
            stage.fold.change(
                folded ->
                    new Folded(
                        folded.version(),
                        folded.number(),
                        folded.state().dropRight(random.nextInt(3)).append("nonsense")));
        default -> {}
      }
      metrics = stage.metrics(KEPT_EVERY);
    }

    private void silver() {
      if (stage.bronze.state().isDefined()) {
        int read = random.nextInt(100);
        stage.silver(stage.begin(JobName.SILVER, id()), read, random.nextInt(1 + read / 10));
      }
    }

    private void gold() {
      if (!stage.versions.latest().isEmpty()) {
        stage.gold(stage.begin(JobName.GOLD, id()));
      }
    }

    private void endOne() {
      for (RunId run : begun.headOption()) {
        begun = begun.tail();
        if (random.nextBoolean()) {
          stage.succeed(run);
        } else if (random.nextBoolean()) {
          stage.failAudit(run, TreeMap.of(TableId.SILVER_ORDERS, 1L + random.nextInt(9)));
        } else {
          stage.fail(run, any(RunFailure.Category.values()));
        }
      }
    }

    private void expire() {
      stage
          .log
          .state()
          .readable()
          .forEach(
              (partition, end) ->
                  stage.log.expire(partition.partition(), random.nextInt(1 + end.intValue())));
    }

    private void look(int step) {
      Scrape scrape = metrics.now();
      Told told = new Told(scrape.metrics());
      String when = "seed " + seed + ", step " + step;
      assertThat(scrape.failed()).as(when).isEmpty();
      told.counters()
          .forEach(
              (name, value) ->
                  assertThat(value)
                      .as("%s: %s", when, name)
                      .isGreaterThanOrEqualTo(counters.getOrElse(name, 0.0)));
      told.all()
          .filterKeys(name -> !name.startsWith("orderlake_table_delta_version"))
          .forEach((name, value) -> assertThat(value).as("%s: %s", when, name).isNotNegative());
      assertThat(Told.by(stage.metrics()).counters()).as(when).isEqualTo(told.counters());
      assertThat(journal(stage.metricsAnew())).as(when).isEqualTo(journal(metrics));
      if (told.of(LAG, "silver") == 0 && told.of(LAG, "gold") == 0) {
        assertThat(told.distribution("orderlake_event_to_gold_seconds").counts().sum().longValue())
            .as(when)
            .isEqualTo(stage.stored());
      }
      counters = told.counters();
    }

    private static Seq<Metric> journal(ShowMetrics metrics) {
      return metrics.now().metrics().filter(metric -> RunFamilies.ALL.contains(metric.family()));
    }

    private JobName anyJob() {
      return any(JobName.values());
    }

    private <T> T any(T[] values) {
      return values[random.nextInt(values.length)];
    }

    private String id() {
      return "run-" + runs++;
    }
  }
}
