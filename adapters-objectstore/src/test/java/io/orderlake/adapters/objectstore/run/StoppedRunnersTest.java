package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.lake.ObjectLakeVersions;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.adapters.objectstore.server.S3Server;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runners as processes that are stopped, woken and killed. When one is killed follows from the seed
 * and from what it says, however fast the machine is: {@code -Dorderlake.test.seed=N} plays it
 * again.
 */
class StoppedRunnersTest {
  private static final int RUNS = 12;
  private static final int KILLS = 3;
  private static final int RACES = 60;
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Test
  void a_runner_that_is_stopped_in_its_job_and_woken_after_another_took_over_changes_nothing()
      throws Exception {
    ControlPlace control = S3.place();
    ObjectRunRequests requests = new ObjectRunRequests(control, Duration.ofMillis(20));
    control.put("hold", "until it is taken away".getBytes(UTF_8));
    requests.submit(Runs.request("a"));
    try (RunnerProcess first = RunnerProcess.on(server(), control)) {
      assertThat(first.lineThatBegins("working")).startsWith("working in epoch");
      first.signal("STOP");
      control.delete("hold");
      try (RunnerProcess second = RunnerProcess.on(server(), control)) {
        assertThat(second.line()).isEqualTo("standing by");
        RunResult result = await(requests, "a");
        long versions = new ObjectLakeVersions(control).latest().number();
        first.signal("CONT");
        assertThat(first.lineThatBegins("trouble: the runner is not the leader any more"))
            .contains("another runner has taken over");
        assertThat(first.lineThatBegins("standing by")).isNotNull();

        assertThat(await(requests, "a")).isEqualTo(result);
        assertThat(new ObjectLakeVersions(control).latest().number()).isEqualTo(versions);
        requests.submit(Runs.request("b"));
        assertThat(await(requests, "b").epoch()).isGreaterThanOrEqualTo(result.epoch());
        OneEffect.assertOf(new RunId("a"), control, "a");
        OneEffect.assertOf(new RunId("b"), control, "b");
      }
    }
  }

  @Test
  void each_request_has_one_effect_and_one_result_however_often_runners_are_killed()
      throws Exception {
    long seed = Long.getLong("orderlake.test.seed", System.nanoTime());
    Random random = new Random(seed);
    ControlPlace control = S3.place();
    ObjectRunRequests requests = new ObjectRunRequests(control, Duration.ofMillis(20));
    List<RunId> ids = List.range(0, RUNS).map(i -> new RunId("run-" + i));
    ids.forEach(id -> requests.submit(Runs.request(id.value(), random.nextInt(100))));

    for (int kill = 0; kill < KILLS; kill++) {
      List<RunId> again = List.fill(1 + random.nextInt(15), () -> ids.get(random.nextInt(RUNS)));
      try (RunnerProcess runner = RunnerProcess.on(server(), control)) {
        for (RunId id : again) {
          assertThat(runner.line()).as("seed " + seed).isNotNull();
          requests.submit(Runs.request(id.value()));
        }
      }
    }
    try (RunnerProcess last = RunnerProcess.on(server(), control)) {
      ids.forEach(id -> await(requests, id.value()));
      while (waits(control)) {
        RunnerProcess.pause();
      }
    }
    ids.forEach(id -> OneEffect.assertOf(id, control, "seed " + seed + ", run " + id));
    OneEffect.assertNothingWaits(control, "seed " + seed);
  }

  @Test
  void what_two_runners_and_a_withdrawal_race_for_is_served_once_or_never() throws Exception {
    ControlPlace control = S3.place();
    ObjectRunRequests requests = new ObjectRunRequests(control, Duration.ofMillis(20));
    List<RunId> ids = List.range(0, RACES).map(i -> new RunId("race-" + i));
    RunId beforeAll = new RunId("before-all");
    requests.submit(Runs.request(beforeAll.value()));
    assertThat(requests.cancel(beforeAll)).as("nobody serves yet").isTrue();
    List<RunId> withdrawn = List.of(beforeAll);
    try (RunnerProcess first = RunnerProcess.on(server(), control)) {
      assertThat(first.lineThatBegins("RunnerTookOver")).isNotNull();
      try (RunnerProcess second = RunnerProcess.on(server(), control)) {
        assertThat(second.line()).isEqualTo("standing by");
        for (RunId id : ids) {
          requests.submit(Runs.request(id.value()));
          if (id.equals(ids.get(RACES / 2))) {
            first.kill();
          }
          withdrawn = requests.cancel(id) ? withdrawn.append(id) : withdrawn;
        }
        requests.submit(Runs.request("last"));
        await(requests, "last");
        assertThat(requests.cancel(new RunId("last"))).isFalse();
        ids.removeAll(withdrawn).forEach(id -> await(requests, id.value()));
        while (waits(control)) {
          RunnerProcess.pause();
        }
      }
    }
    ids.removeAll(withdrawn).forEach(id -> OneEffect.assertOf(id, control, "served " + id));
    withdrawn.forEach(id -> OneEffect.assertNone(id, control, "withdrawn " + id));
    OneEffect.assertNothingWaits(control, "after the races");
  }

  private static boolean waits(ControlPlace control) {
    return List.of("pending", "claimed")
        .exists(folder -> !control.below("triggers/" + folder).list("").isEmpty());
  }

  private static S3Server server() {
    return S3.server();
  }

  private static RunResult await(ObjectRunRequests requests, String id) {
    return requests.awaitResult(new RunId(id), Duration.ofMinutes(20)).get();
  }
}
