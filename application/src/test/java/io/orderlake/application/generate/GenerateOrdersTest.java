package io.orderlake.application.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.Undelivered;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.domain.bronze.SourcePosition;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateOrdersTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final GeneratorSettings ORDERS = GeneratorSettings.seeded(1);

  private final InMemoryOrderEventLog log = new InMemoryOrderEventLog("orders", 3);
  private Instant now = START;

  private Either<Undelivered, GenerationReport> run(
      GenerationPlan plan, GenerationObserver observer) {
    return new GenerateOrders(log, () -> now, wait -> now = now.plus(wait)).run(plan, observer);
  }

  private static GenerationPlan paced(double perSecond, long count, Duration duration) {
    return new GenerationPlan(
        ORDERS,
        new Rate.PerSecond(perSecond),
        count < 0 ? Option.none() : Option.of(count),
        Option.of(duration));
  }

  @Test
  void every_event_is_published_and_accounted_for() {
    GenerationReport report = run(GenerationPlan.of(ORDERS, 3_000), GenerationObserver.NONE).get();

    assertThat(log.stored()).hasSize(3_000);
    assertThat(report.counts()).isEqualTo(new DeliveryCounts(3_000, 3_000, 0, Option.none()));
    assertThat(report.expected().total()).isEqualTo(3_000);
  }

  @Test
  void every_acknowledgement_names_the_event_and_where_it_lies() {
    List<SourcePosition> positions = new ArrayList<>();
    List<byte[]> values = new ArrayList<>();
    run(
        GenerationPlan.of(ORDERS, 100),
        new GenerationObserver() {
          @Override
          public void acknowledged(GeneratedOrder order, SourcePosition position) {
            positions.add(position);
            values.add(order.value());
          }
        });

    for (InMemoryOrderEventLog.Stored stored : log.stored()) {
      assertThat(values.get(positions.indexOf(stored.position()))).isEqualTo(stored.value());
    }
    assertThat(positions).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void a_rate_is_kept_until_the_time_is_over() {
    run(paced(50, -1, Duration.ofSeconds(10)), GenerationObserver.NONE);

    assertThat(log.stored()).hasSizeBetween(498, 502);
    assertThat(now).isBetween(START.plusSeconds(9), START.plusSeconds(11));
  }

  @Test
  void a_slow_rate_is_kept_too() {
    run(paced(0.2, -1, Duration.ofSeconds(60)), GenerationObserver.NONE);

    assertThat(log.stored()).hasSizeBetween(12, 13);
  }

  @Test
  void after_a_long_pause_one_second_is_caught_up_and_not_the_whole_pause() {
    run(
        paced(100, -1, Duration.ofSeconds(3610)),
        new GenerationObserver() {
          @Override
          public void acknowledged(GeneratedOrder order, SourcePosition position) {
            if (now.equals(START)) {
              now = START.plusSeconds(3600);
            }
          }
        });

    assertThat(log.stored()).hasSizeBetween(1_000, 1_110);
  }

  @Test
  void the_count_ends_it_before_the_time() {
    run(paced(1_000, 30, Duration.ofHours(1)), GenerationObserver.NONE);

    assertThat(log.stored()).hasSize(30);
  }

  @Test
  void it_stops_when_asked() {
    GenerationReport report =
        run(
                GenerationPlan.endless(ORDERS, new Rate.Unlimited()),
                new GenerationObserver() {
                  @Override
                  public boolean stopRequested() {
                    return log.stored().size() >= 17;
                  }
                })
            .get();

    assertThat(report.counts().acknowledged()).isEqualTo(17);
  }

  @Test
  void progress_is_told_along_the_way_and_at_the_end() {
    List<DeliveryCounts> told = new ArrayList<>();
    run(
        paced(10, -1, Duration.ofSeconds(5)),
        new GenerationObserver() {
          @Override
          public void progress(DeliveryCounts counts, Duration elapsed) {
            told.add(counts);
          }
        });

    assertThat(told).hasSizeBetween(6, 12);
    assertThat(told.get(told.size() - 1).acknowledged()).isEqualTo(log.stored().size());
  }

  @Test
  void a_failed_delivery_ends_the_generation_with_a_failure_that_counts() {
    Undelivered failure =
        run(
                GenerationPlan.of(ORDERS, 100),
                new GenerationObserver() {
                  @Override
                  public boolean stopRequested() {
                    if (log.stored().size() == 40) {
                      log.breakDown();
                    }
                    return false;
                  }
                })
            .getLeft();

    assertThat(failure.counts().failed()).isEqualTo(1);
    assertThat(failure.sentence()).contains("1 of 41").contains("topic orders: broken");
  }

  @Test
  void a_rate_must_be_above_zero() {
    assertThatThrownBy(() -> new Rate.PerSecond(0)).hasMessageContaining("not 0.0");
    assertThatThrownBy(() -> new Rate.PerSecond(Double.NaN)).hasMessageContaining("NaN");
  }
}
