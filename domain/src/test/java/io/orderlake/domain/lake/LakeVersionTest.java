package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.TreeMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LakeVersionTest {
  private static final RunReport READ_THREE =
      new RunReport(
          new Conservation(3, 1, 1, 1), TreeMap.empty(), TreeMap.empty(), 0, TreeMap.empty());

  @Test
  void the_next_version_replaces_what_changed_keeps_the_rest_and_adds_up() {
    LakeVersion first = next(LakeVersion.empty(), TableId.SILVER_ORDERS, 4);
    LakeVersion second = next(first, TableId.gold("revenue_by_city_hour"), 2);
    LakeVersion third = next(second, TableId.SILVER_ORDERS, 9);

    assertThat(third.number()).isEqualTo(3);
    assertThat(third.table(TableId.SILVER_ORDERS)).contains(new TableState(9, 0));
    assertThat(third.table(TableId.gold("revenue_by_city_hour"))).contains(new TableState(2, 0));
    assertThat(third.totals()).isEqualTo(new Conservation(9, 3, 3, 3));
    assertThat(first.table(TableId.SILVER_ORDERS)).contains(new TableState(4, 0));
  }

  @Test
  void conservation_says_how_it_is_broken() {
    assertThat(new Conservation(3, 1, 1, 1).check().isRight()).isTrue();
    assertThat(new Conservation(4, 1, 1, 1).check().getLeft())
        .contains("read 4")
        .contains("accounted for 3");
  }

  @Test
  void a_table_is_named_by_stage_and_table() {
    assertThat(TableId.gold("revenue_by_city_hour").path()).isEqualTo("gold/revenue_by_city_hour");
    assertThatThrownBy(() -> TableId.gold("../escape")).hasMessageContaining("../escape");
  }

  private static LakeVersion next(LakeVersion base, TableId table, long version) {
    return base.next(
        new RunId("r"),
        1,
        Instant.EPOCH,
        TreeMap.of(table, new TableState(version, 0)),
        READ_THREE);
  }
}
