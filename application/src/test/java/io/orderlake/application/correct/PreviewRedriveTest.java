package io.orderlake.application.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeLookup;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemoryScratch;
import io.orderlake.application.twin.InMemorySilverView;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PreviewRedriveTest {
  private static final RuleSettings STRICT = RuleSettings.DEFAULTS.withMaxQuantity(5);
  private static final RuleSettings LOOSE = RuleSettings.DEFAULTS.withMaxQuantity(10);

  private static final RecordRefiner REFINER =
      new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(LOOSE));

  private final InMemoryBronzeView bronze = new InMemoryBronzeView();
  private final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();
  private final InMemorySilverView silver = new InMemorySilverView();

  private static Sent order(String id, int quantity, String city) {
    return Sent.to(0, Event.v2(id).with("quantity", Integer.toString(quantity)).text("city", city));
  }

  /** Refined under the strict rules, in one commit. */
  private LakeVersions receive(Sent... records) {
    InMemoryLake lake = new InMemoryLake();
    Pipeline jobs = new Pipeline(lake, new PlainOrderEventDecoder(), 1_000);
    jobs.judgeBy(STRICT);
    lake.store(List.of(records));
    jobs.silver();
    long ignored = quarantine.append(lake.quarantineRows());
    ignored = silver.append(lake.silverRows());
    ignored = bronze.append(0, lake.bronze());
    return jobs.versions();
  }

  private PreviewRedrive redrive(LakeVersions versions) {
    return new PreviewRedrive(
        versions,
        quarantine,
        new InMemoryLakeLookup(
            new InMemoryBronzeView(), silver, quarantine, new InMemoryGoldView()),
        REFINER,
        new ForeseeRebuild(
            new ForecastPorts(bronze, silver, quarantine, new InMemoryScratch()), REFINER));
  }

  private RedrivePreview preview(LakeVersions versions, String... reason) {
    return redrive(versions).preview(reason.length == 0 ? Option.none() : Option.some(reason[0]));
  }

  @Test
  void says_what_would_pass_and_what_that_adds_by_city() {
    RedrivePreview preview =
        preview(
            receive(
                order("a", 9, "Oslo"),
                order("a", 9, "Oslo"),
                order("b", 3, "Bern"),
                order("c", 20, "Bern"),
                order("d", 7, "Bern"),
                order("e", 6, "Oslo")));

    assertThat(preview.judged()).isEqualTo(5);
    assertThat(preview.rows()).isEqualTo(3);
    assertThat(preview.duplicates()).isEqualTo(1);
    assertThat(preview.outOfTurn()).isZero();
    assertThat(preview.staying().toJavaMap()).containsOnlyKeys("quantity_out_of_range");
    assertThat(preview.in().byMarket().bimap(Market::city, revenue -> revenue.units()).toJavaMap())
        .containsOnlyKeys("Bern", "Oslo")
        .containsEntry("Bern", 7L)
        .containsEntry("Oslo", 15L);
    assertThat(preview.in().totals().revenue()).isEqualTo("19799.78");
  }

  @Test
  void counts_what_came_before_the_row_that_has_its_id() {
    RedrivePreview preview =
        preview(receive(order("a", 9, "Oslo"), order("a", 2, "Oslo"), order("a", 8, "Oslo")));

    assertThat(preview.rows()).isZero();
    assertThat(preview.outOfTurn()).isEqualTo(1);
    assertThat(preview.out().byMarket().get(new Market("Oslo", "USD")).get().units()).isEqualTo(2);
    assertThat(preview.in().byMarket().get(new Market("Oslo", "USD")).get().units()).isEqualTo(9);
    assertThat(preview.out().byReason()).isEqualTo(TreeMap.of("duplicate_conflict", 1L));
    assertThat(preview.in().byReason()).isEqualTo(TreeMap.of("quantity_out_of_range", 1L));
  }

  @Test
  void judges_only_the_reason_that_is_asked_for() {
    LakeVersions versions = receive(order("a", 9, "Oslo"), order("b", 1, " "));

    assertThat(preview(versions, "text_blank").judged()).isEqualTo(1);
    assertThat(preview(versions, "text_blank").rows()).isZero();
    assertThat(preview(versions, "quantity_out_of_range").rows()).isEqualTo(1);
  }

  @Test
  void of_a_lake_without_versions_there_is_nothing_to_judge() {
    assertThat(preview(new InMemoryLakeVersions()).judged()).isZero();
  }

  @Test
  void an_older_version_can_be_looked_at() {
    PreviewRedrive redrive = redrive(receive(order("a", 9, "Oslo")));

    assertThat(redrive.preview(Option.none(), AsOf.NEWEST).get().rows()).isEqualTo(1);
    assertThat(redrive.preview(Option.none(), new AsOf.Version(0)).get().judged()).isZero();
    assertThat(redrive.preview(Option.none(), new AsOf.Version(9)).getLeft())
        .startsWith("there is no lake version 9");
  }

  @Test
  void it_can_be_broken_off() {
    PreviewRedrive redrive = redrive(receive(order("a", 9, "Oslo")));
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> redrive.preview(Option.none()));
    } finally {
      boolean unused = Thread.interrupted();
    }
  }
}
