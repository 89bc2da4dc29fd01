package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.run.Decision;
import io.orderlake.protocol.run.RequestJson;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The requester's side of the {@link Exchange}.
 *
 * <p>A withdrawal takes the request out of {@code pending/} before it decides, so that what lies
 * there after a withdrawal was put there again. A requester that dies between the two has neither
 * withdrawn nor lost anything that it wanted: a runner that read the request before may serve it,
 * and asking again is the same request.
 */
public final class ObjectRunRequests implements RunRequests {
  private final Exchange exchange;
  private final ObjectResultOutbox results;
  private final HeartbeatObject heartbeat;
  private final long look;

  /**
   * Requests to the lake whose control objects lie there.
   *
   * @param look how long between two looks for a result, each of them one request
   */
  public ObjectRunRequests(ControlPlace control, Duration look) {
    this.exchange = Exchange.of(control);
    this.results = new ObjectResultOutbox(control);
    this.heartbeat = new HeartbeatObject(control);
    this.look = look.toNanos();
  }

  @Override
  public void submit(RunRequest request) {
    byte[] content = RequestJson.write(request);
    exchange.pending().put(Exchange.name(request.runId()), content);
  }

  @Override
  public Option<RunResult> result(RunId runId) {
    return results.find(runId);
  }

  @Override
  public Option<RunResult> awaitResult(RunId runId, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    Option<RunResult> result = result(runId);
    try {
      while (result.isEmpty() && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.sleep(Math.min(look, end - System.nanoTime()));
        result = result(runId);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  @Override
  public boolean cancel(RunId runId) {
    String name = Exchange.name(runId);
    if (exchange.pending().get(name).isEmpty()
        || exchange.decision(runId).exists(Decision.Claimed.class::isInstance)) {
      return false;
    }
    exchange.pending().delete(name);
    return exchange.decide(runId, new Decision.Withdrawn()) instanceof Decision.Withdrawn;
  }

  @Override
  public Option<LeaderHeartbeat> runner() {
    return heartbeat.read();
  }
}
