package io.orderlake.application.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Shops;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.application.twin.PlainRecordFormat;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.OneAfterAnother;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {
  private final RecordRefiner refiner =
      new RecordRefiner(
          new PlainOrderEventDecoder(),
          RuleSet.of(RuleSettings.DEFAULTS, Shops.sources(new PlainRecordFormat())));

  private static List<BronzeRecord> records() {
    InMemoryLake lake = new InMemoryLake();
    List<Sent> history = Shops.random(new Random(3), 60);
    lake.store(history);
    return lake.bronze();
  }

  @Test
  void each_record_gets_what_the_refiner_says_of_it_in_whatever_order() {
    OneAfterAnother judging = new OneAfterAnother(refiner);
    List<BronzeRecord> records = records();
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      BronzeRecord record = records.get(random.nextInt(records.size()));
      assertThat(judging.refine(record)).isEqualTo(refiner.refine(record));
    }
  }

  @Test
  void a_record_that_is_asked_about_again_is_judged_once() {
    OneAfterAnother judging = new OneAfterAnother(refiner);
    List<BronzeRecord> records = records();
    BronzeRecord same = records().get(0);

    assertThat(judging.refine(same)).isSameAs(judging.refine(records.get(0)));
    assertThat(judging.refine(records.get(1))).isNotSameAs(judging.refine(same));
  }
}
