package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.money.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleKeysTest {
  private static final long SEED = 20261129;

  /**
   * Zones whose clocks were set by an hour, by half an hour, by seconds, over midnight, and never.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "Europe/Amsterdam",
        "Africa/Monrovia",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Apia"
      })
  void every_sale_has_the_key_that_its_table_gives_it(ZoneId zone) {
    List<Instant> moments = aroundClocksSet(zone);
    Collections.shuffle(moments, new Random(SEED));
    for (Grain grain : Grain.values()) {
      GoldProjection table =
          new GoldProjection("t", List.of(Dimension.CITY), grain, new LakeProperties(zone, "USD"));
      SaleKeys keys = new SaleKeys(table);
      for (Instant moment : moments) {
        Sale sale = sold(moment);
        assertThat(keys.of(sale))
            .as("%s in %s at %s, seed %d", grain, zone, moment, SEED)
            .isEqualTo(table.keyOf(sale));
      }
    }
  }

  /** More quarters of an hour than are kept, from the first year that is told to the last. */
  @ParameterizedTest
  @EnumSource(Grain.class)
  void what_is_kept_no_more_is_worked_out_anew(Grain grain) {
    GoldProjection table =
        new GoldProjection(
            "t",
            List.of(Dimension.PRODUCT, Dimension.CITY),
            grain,
            new LakeProperties(ZoneId.of("Europe/Berlin"), "USD"));
    SaleKeys keys = new SaleKeys(table);
    long first = Instant.parse("0001-01-02T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
    Random random = new Random(SEED);
    for (int i = 0; i < 25_000; i++) {
      Sale sale =
          sold(Instant.ofEpochSecond(first + (long) (random.nextDouble() * (last - first))));
      assertThat(keys.of(sale)).isEqualTo(table.keyOf(sale));
    }
  }

  private static List<Instant> aroundClocksSet(ZoneId zone) {
    List<Instant> moments = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      moments.add(Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 5_000_000_000L)));
    }
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(Instant.EPOCH.minusSeconds(1L << 33));
    for (int i = 0; i < 60 && next != null; i++) {
      for (int seconds = -7_200; seconds <= 7_200; seconds += 29) {
        moments.add(next.getInstant().plusSeconds(seconds));
        moments.add(next.getInstant().plusSeconds(seconds).minusNanos(1_000));
      }
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return moments;
  }

  private static Sale sold(Instant moment) {
    return new Sale("Laptop", "Hobart", "", "USD", 1, Amount.ZERO, moment);
  }
}
