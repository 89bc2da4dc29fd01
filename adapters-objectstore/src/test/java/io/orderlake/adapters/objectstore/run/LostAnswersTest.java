package io.orderlake.adapters.objectstore.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.run.RunnerListener;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The answer to one PUT after the other is lost, heartbeats apart, in what a runner does. */
class LostAnswersTest {
  private static final RunId A = new RunId("a");
  private static final RunId B = new RunId("b");
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Test
  void whichever_answer_is_lost_all_comes_out_right() throws Exception {
    int lost = 0;
    while (story(lost + 1)) {
      lost++;
    }
    assertThat(lost).as("answers that were lost").isGreaterThan(10);
  }

  /** False when there were not so many. */
  private static boolean story(int number) throws Exception {
    AtomicInteger puts = new AtomicInteger();
    S3.proxy()
        .treat(
            request ->
                request.method().equals("PUT")
                        && !request.target().contains("runner.json")
                        && puts.incrementAndGet() == number
                    ? new Treatment.AnswerLost()
                    : new Treatment.Passed());
    ControlPlace control = S3.another();
    ObjectRunRequests requests = new ObjectRunRequests(control, Duration.ofMillis(20));
    requests.submit(Runs.request("a", 0));
    requests.submit(Runs.request("b", 1));
    assertThat(requests.cancel(B)).isTrue();
    ServeTriggers runner =
        ObjectRunner.of(
            control, Duration.ofHours(1), System::nanoTime, context -> {}, new Silent());
    Thread thread = new Thread(runner::serve);
    thread.start();
    assertThat(requests.awaitResult(A, Duration.ofMinutes(20))).isNotEmpty();
    runner.stop();
    thread.join();

    String as = "the answer to PUT " + number + " was lost";
    OneEffect.assertOf(A, control, as);
    OneEffect.assertNothingWaits(control, as);
    assertThat(requests.result(B)).as(as).isEmpty();
    assertThat(
            new ObjectRunJournal(control)
                .recent(100)
                .map(Object::getClass)
                .map(Class::getSimpleName))
        .as(as)
        .containsExactly(
            "RunnerTookOver",
            "RunRequested",
            "RunClaimed",
            "RunStarted",
            "RunSucceeded",
            "RunnerStoodDown");
    return puts.get() >= number;
  }

  private static final class Silent implements RunnerListener {
    @Override
    public void standingBy() {}

    @Override
    public void recorded(JournalEvent event) {}

    @Override
    public void trouble(String what, Throwable cause) {}
  }
}
