package io.orderlake.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.twin.InMemoryExchange;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryLeaderLock;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunFailure.Category;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** An autopilot, a lake that it looks at, and what it has asked for. */
final class AutopilotStage {
  static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");
  static final TableId PRODUCT_DAY = TableId.gold("revenue_by_product_day");

  static final long EVERY = 100;

  final InMemoryExchange exchange = new InMemoryExchange(new InMemoryLeaderLock());
  final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  final ArrayList<String> asked = new ArrayList<>();
  private Option<BronzeState> bronze = Option.none();
  SortedMap<String, String> lastParams = TreeMap.empty();
  Instant now = Runs.NOON;
  private KeepFresh autopilot = autopilot(new StandingBronze(() -> bronze), versions, EVERY);

  void caughtUp(long version) {
    bronze(version);
    publish(TableId.SILVER_ORDERS, new TableState(version, version));
    publish(CITY_HOUR, new TableState(version, version));
    publish(PRODUCT_DAY, new TableState(version, version));
  }

  void endUpkeep() {
    exchange.publish(Runs.succeeded(asked.get(asked.size() - 1)));
  }

  /** Another autopilot, which knows nothing of what the one before has asked for. */
  void restart() {
    restart(EVERY);
  }

  void restart(long everyCommits) {
    autopilot = autopilot(new StandingBronze(() -> bronze), versions, everyCommits);
  }

  /** Another autopilot that looks at another lake. */
  void watch(BronzeView view, LakeVersions lake) {
    autopilot = autopilot(view, lake, EVERY);
  }

  private KeepFresh autopilot(BronzeView view, LakeVersions lake, long everyCommits) {
    return new KeepFresh(
        view,
        lake,
        exchange,
        List.of(CITY_HOUR, PRODUCT_DAY),
        everyCommits,
        () -> now,
        new KeepFresh.Listener() {
          @Override
          public void asked(RunRequest request) {
            asked.add(request.runId().value());
            lastParams = request.params();
          }

          @Override
          public void ended(RunResult result) {}

          @Override
          public void trouble(String what, LakeFailure cause) {
            throw cause;
          }
        });
  }

  void step() {
    autopilot.step(Duration.ZERO);
  }

  void bronze(long version) {
    bronze = Option.some(new BronzeState(new TableState(version, version), TreeMap.empty()));
  }

  void publish(TableId table, TableState state) {
    versions
        .publish(
            versions
                .latest()
                .next(new RunId("x"), 1, Runs.NOON, TreeMap.of(table, state), RunReport.nothing()))
        .get();
  }

  void succeeded(TableId table, TableState state) {
    publish(table, state);
    exchange.publish(Runs.succeeded(asked.get(asked.size() - 1)));
  }

  void failed(String id, Category category) {
    assertThat(asked).endsWith(id);
    RunFailure failure = new RunFailure(category, "no");
    assertThat(exchange.publish(Runs.failed(id, category)).failure().get().retryable())
        .isEqualTo(failure.retryable());
  }
}
