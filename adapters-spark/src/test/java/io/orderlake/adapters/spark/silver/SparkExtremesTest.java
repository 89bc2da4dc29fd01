package io.orderlake.adapters.spark.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.order.FastOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.contract.ExtremesContract;
import io.orderlake.application.contract.Fold;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RefinedOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkExtremesTest extends ExtremesContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new FastOrderEventDecoder();
  }

  @Override
  protected int histories() {
    return 1;
  }

  @Override
  protected int records() {
    return 600;
  }

  /** More than a task may have files open, in an order that changes the day with every record. */
  @Test
  void a_range_of_more_days_than_files_can_be_open_is_refined_whole() {
    int days = 260;
    SparkLake lake = new SparkLake();
    List<Sent> history = new ArrayList<>();
    for (int i = 0; i < 2 * days; i++) {
      LocalDate day = LocalDate.of(1582, 9, 1).plusDays(i * 101L % days);
      history.add(Sent.to(i % 3, Event.v2("e-" + i).text("event_time", day + "T12:00:00Z")));
    }
    lake.store(history);
    Pipeline pipeline = new Pipeline(lake, decoder(), 1_000_000);
    pipeline.silver();
    pipeline.gold();

    assertThat(lake.silverRows())
        .extracting(RefinedOrder::eventId)
        .hasSize(2 * days)
        .doesNotHaveDuplicates();
    assertThat(lake.files(TableId.SILVER_ORDERS)).extracting(DataFile::partition).hasSize(days);
    pipeline.rebuild("all");
    assertThat(lake.silverRows()).hasSize(2 * days);
    Fold.assertIsGold(lake, "rebuilt");
  }

  /** So that no sum of a cell can outgrow its column, whatever the configuration allows. */
  @Test
  void the_greatest_total_and_its_sums_fit_their_columns() {
    BigDecimal greatest =
        RuleSettings.UNIT_PRICE_CAP.multiply(BigDecimal.valueOf(RuleSettings.QUANTITY_CAP));
    long events = Long.MAX_VALUE / RuleSettings.QUANTITY_CAP;

    assertThat(events).isGreaterThan(900_000_000_000L);
    assertThat(greatest.setScale(4).precision()).isLessThanOrEqualTo(24);
    assertThat(RuleSettings.UNIT_PRICE_CAP.setScale(4).precision()).isLessThanOrEqualTo(18);
    assertThat(greatest.multiply(BigDecimal.valueOf(events)).setScale(4).precision())
        .isLessThanOrEqualTo(38);
  }
}
