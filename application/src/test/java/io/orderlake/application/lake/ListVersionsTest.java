package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.JobName;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListVersionsTest {
  private final MetricsStage lake = new MetricsStage();
  private final ListVersions list = new ListVersions(lake.versions);

  @BeforeEach
  void publish() {
    lake.takeOver();
    lake.produce(1);
    lake.ingest();
    lake.silver(lake.begin(JobName.SILVER, "silver-1"), 1, 0);
    lake.pass(Duration.ofSeconds(3));
    lake.gold(lake.begin(JobName.GOLD, "gold-1"));
  }

  @Test
  void each_version_says_what_it_changed_and_when_it_was_replaced() {
    ListVersions.Listed listed = list.list(2, 10);

    assertThat(listed.newest()).isEqualTo(2);
    assertThat(listed.versions().map(version -> version.lake().number())).containsExactly(2L, 1L);
    assertThat(listed.versions().get(0).changed().keySet()).containsExactly(MetricsStage.GOLD);
    assertThat(listed.versions().get(0).replacedAt()).isEmpty();
    assertThat(listed.versions().get(1).changed().keySet())
        .containsExactlyInAnyOrder(TableId.SILVER_ORDERS, TableId.QUARANTINE);
    assertThat(listed.versions().get(1).replacedAt())
        .contains(lake.versions.latest().publishedAt());
  }

  @Test
  void a_part_is_listed_from_where_it_is_asked_for() {
    assertThat(list.list(1, 10).versions().map(version -> version.lake().number()))
        .containsExactly(1L);
    assertThat(list.list(9, 1).versions().map(version -> version.lake().number()))
        .containsExactly(2L);
    assertThat(list.list(0, 10).versions()).isEmpty();
  }

  @Test
  void versions_whose_files_may_be_gone_are_listed_as_such() {
    lake.versions.keepSince(2);

    ListVersions.Listed listed = list.list(2, 10);

    assertThat(listed.oldestReadable()).isEqualTo(2);
    assertThat(listed.versions().map(ListVersions.Version::isReadable))
        .containsExactly(true, false);
  }
}
