package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.List;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runners killed at random while they serve, and two of them at once. What is asked for, and after
 * how many steps a runner is killed, follows from the seed alone, however fast the machine is:
 * {@code -Dorderlake.test.seed=N} plays it again.
 */
class KilledRunnersTest {
  private static final int RUNS = 60;
  private static final int KILLS = 8;
  @TempDir Path data;

  @Test
  void each_request_has_one_effect_and_one_result_however_often_runners_are_killed()
      throws Exception {
    long seed = Long.getLong("orderlake.test.seed", System.nanoTime());
    Random random = new Random(seed);
    FileRunRequests requests = new FileRunRequests(RunDirectories.under(data));
    List<RunId> ids = List.range(0, RUNS).map(i -> new RunId("run-" + i));
    ids.forEach(id -> requests.submit(Runs.request(id.value(), random.nextInt(100))));

    for (int kill = 0; kill < KILLS; kill++) {
      List<RunId> again = List.fill(1 + random.nextInt(30), () -> ids.get(random.nextInt(RUNS)));
      int nanos = random.nextInt(999_999);
      try (ChildProcess runner = ChildProcess.of(RunnerProcess.class, data)) {
        for (RunId id : again) {
          if (runner.line() == null) {
            break;
          }
          requests.submit(Runs.request(id.value()));
        }
        Thread.sleep(0, nanos);
      }
    }
    serveTheRest(requests, ids);

    for (RunId id : ids) {
      assertOneEffect(id, "seed " + seed + ", run " + id);
    }
    assertThat(new FileLakeVersions(data.resolve("runs/lake-versions")).latest().number())
        .as("seed " + seed)
        .isEqualTo(RUNS);
    for (String directory : List.of("pending", "claimed", "rejected")) {
      try (var files = Files.list(data.resolve("triggers").resolve(directory))) {
        assertThat(files).as("seed " + seed + ", " + directory).isEmpty();
      }
    }
  }

  @Test
  void of_two_runners_one_serves_and_the_other_takes_over_when_it_is_killed() throws Exception {
    FileRunRequests requests = new FileRunRequests(RunDirectories.under(data));
    try (ChildProcess active = ChildProcess.of(RunnerProcess.class, data)) {
      assertThat(active.line()).isEqualTo("RunnerTookOver");
      try (ChildProcess standby = ChildProcess.of(RunnerProcess.class, data)) {
        assertThat(standby.line()).isEqualTo("standing by");
        requests.submit(Runs.request("a"));
        assertThat(await(requests, "a").epoch()).isEqualTo(1);

        active.kill();
        requests.submit(Runs.request("b"));
        assertThat(await(requests, "b").epoch()).isEqualTo(2);
        assertThat(standby.line()).isEqualTo("RunnerTookOver");
        assertThat(requests.runner().get().epoch()).isEqualTo(2);
      }
    }
  }

  private void serveTheRest(FileRunRequests requests, List<RunId> ids) throws InterruptedException {
    ServeTriggers runner = RunnerProcess.runner(data);
    Thread thread = new Thread(runner::serve);
    thread.start();
    ids.forEach(id -> await(requests, id.value()));
    requests.submit(Runs.request("run-0"));
    while (Files.exists(data.resolve("triggers/pending/run-0.json"))) {
      Thread.sleep(5);
    }
    runner.stop();
    thread.join();
  }

  private void assertOneEffect(RunId id, String as) {
    List<LakeVersion> effects = List.empty();
    FileLakeVersions versions = new FileLakeVersions(data.resolve("runs/lake-versions"));
    for (long number = 1; number <= versions.latest().number(); number++) {
      effects = effects.appendAll(versions.version(number).filter(v -> v.publishedBy().equals(id)));
    }
    assertThat(effects).as(as).hasSize(1);
    RunResult result = new FileResultOutbox(RunDirectories.under(data)).find(id).get();
    assertThat(result.outcome().get().lakeVersion()).as(as).isEqualTo(effects.head().number());
    var history = new FileRunJournal(data.resolve("runs/journal")).history(id);
    assertThat(history.filter(RunEvent.RunSucceeded.class::isInstance)).as(as).hasSize(1);
    assertThat(RunState.fold(id, history).get().outcome()).as(as).containsExactly(result);
  }

  private static RunResult await(FileRunRequests requests, String id) {
    return requests.awaitResult(new RunId(id), Duration.ofMinutes(20)).get();
  }
}
