package io.orderlake.adapters.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs to read a table on of which many commits are unread, some at a time. */
class BacklogOfCommitsTest {
  private static final int COMMITS = 24;

  private final RecordRefiner refiner =
      new RecordRefiner(new JacksonOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));
  private final SparkLake lake = new SparkLake();
  private final SilverTable silver = lake.silver();

  @Test
  void each_commit_is_read_once_however_many_are_unread() {
    commit(0);
    readWhileRefined(1);

    for (int number = 1; number <= COMMITS; number++) {
      commit(number);
    }
    assertThat(readWhileRefined(COMMITS)).isEqualTo(COMMITS);
    assertThat(lake.silverRows()).hasSize(COMMITS + 1);
  }

  private void commit(int number) {
    lake.store(List.of(Sent.to(number, Event.v2("e-" + number))));
  }

  /** How many commits of Bronze are read until all is refined, a commit at a time. */
  private long readWhileRefined(int ranges) {
    Path bronze = Path.of(URI.create(lake.root())).resolve(TableId.BRONZE_ORDERS.path());
    long before = ForgetfulLogStore.commitsReadIn(bronze);
    int refined = 0;
    for (VersionRange range = silver.unread(1); !range.isEmpty(); range = silver.unread(1)) {
      try (PreparedRefinement staged = silver.prepare(range, refiner)) {
        staged.commit();
      }
      refined++;
    }
    assertThat(refined).isEqualTo(ranges);
    return ForgetfulLogStore.commitsReadIn(bronze) - before;
  }
}
