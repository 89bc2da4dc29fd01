package io.orderlake.application.run;

import io.orderlake.application.run.LakeStatus.Projection;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.table.LakeTables;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.InstantSource;

/** The read model of the lake and its runs; reads only, so anybody may ask at any time. */
public final class ShowStatus {
  private static final int EVENTS_PER_RUN = 8;

  private final BronzeView bronze;
  private final LakeVersions versions;
  private final RunJournal journal;
  private final RunRequests requests;
  private final Seq<TableId> gold;
  private final InstantSource clock;

  public ShowStatus(
      BronzeView bronze,
      LakeVersions versions,
      RunJournal journal,
      RunRequests requests,
      Seq<TableId> gold,
      InstantSource clock) {
    this.bronze = bronze;
    this.versions = versions;
    this.journal = journal;
    this.requests = requests;
    this.gold = gold;
    this.clock = clock;
  }

  /**
   * Where everything stands now.
   *
   * @param runs at most how many runs to show
   * @throws io.orderlake.domain.lake.LakeFailure when something it reads is damaged
   */
  public LakeStatus now(int runs) {
    LakeVersion lake = versions.latest();
    Option<BronzeState> state = bronze.state();
    return new LakeStatus(
        clock.instant(),
        requests.runner(),
        lake,
        state,
        projections(lake, state),
        newest(runs),
        new FailingJobs(journal).now());
  }

  private Seq<Projection> projections(LakeVersion lake, Option<BronzeState> state) {
    long bronzeVersion = version(state.map(BronzeState::table));
    long silverVersion = version(lake.table(TableId.SILVER_ORDERS));
    return LakeTables.madeFrom(TableId.BRONZE_ORDERS)
        .map(table -> new Projection(table, position(lake, table), bronzeVersion))
        .appendAll(gold.map(table -> new Projection(table, position(lake, table), silverVersion)));
  }

  private Seq<RunState> newest(int runs) {
    Seq<RunId> ids =
        journal
            .recent(runs * EVENTS_PER_RUN)
            .flatMap(
                event -> event.stream(run -> Option.some(run.runId()), runner -> Option.none()))
            .reverse()
            .distinct();
    return ids.take(runs).flatMap(id -> RunState.fold(id, journal.history(id)).toOption());
  }

  private static long version(Option<TableState> state) {
    return state.map(TableState::version).getOrElse(-1L);
  }

  private static long position(LakeVersion lake, TableId table) {
    return lake.table(table).map(TableState::position).getOrElse(TableState.NOTHING_READ);
  }
}
