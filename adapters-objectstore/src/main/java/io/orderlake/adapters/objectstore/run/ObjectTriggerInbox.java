package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.protocol.run.Decision;
import io.orderlake.protocol.run.RequestJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The runner's side of the {@link Exchange}. A claim is three steps, and a runner may die, or sleep
 * while another takes over, after each:
 *
 * <ol>
 *   <li>The decision. Died before it: the request waits. Died after it: the request still lies in
 *       {@code pending/}, the next runner claims it there, finds it decided as claimed and goes on;
 *       a withdrawal comes too late.
 *   <li>The request goes into {@code claimed/}, where it is found until it is let go of. A runner
 *       that slept before this step puts it there though the run may be over: whoever looks next
 *       finds the result and lets go.
 *   <li>It goes out of {@code pending/}. Died before: the next runner claims it once more after the
 *       run is over, finds the result and lets go.
 * </ol>
 *
 * <p>A request that is put again under an id that was withdrawn is told so as malformed, and gets
 * that for a result.
 */
public final class ObjectTriggerInbox implements TriggerInbox {
  private final Exchange exchange;
  private final LongSupplier epoch;
  private final PollingWait waiting;

  /**
   * The inbox of the lake whose control objects lie there.
   *
   * @param look how long between two looks for requests, each of them one listing
   * @param epoch the runner's; told in what it decides
   */
  public ObjectTriggerInbox(ControlPlace control, Duration look, LongSupplier epoch) {
    this.exchange = Exchange.of(control);
    this.epoch = epoch;
    this.waiting = new PollingWait(look);
  }

  @Override
  public Seq<Trigger> pending() {
    List<StoredObject> listed = Exchange.listed(exchange.pending());
    waiting.seen(listed);
    return inOrder(Exchange.read(exchange.pending(), listed));
  }

  @Override
  public Seq<Trigger> claimed() {
    return inOrder(Exchange.read(exchange.claimed(), Exchange.listed(exchange.claimed())));
  }

  @Override
  public Option<Trigger> claim(RunId runId) {
    return exchange
        .pending()
        .get(Exchange.name(runId))
        .flatMap(
            bytes ->
                Exchange.read(runId, bytes)
                    .fold(request -> claim(request, bytes), Option::<Trigger>some));
  }

  private Option<Trigger> claim(RunRequest request, byte[] bytes) {
    RunId runId = request.runId();
    try {
      Decision decision = exchange.decide(runId, new Decision.Claimed(epoch.getAsLong(), request));
      return decision instanceof Decision.Claimed claimed
          ? Option.some(take(claimed.request(), request, bytes))
          : withdrawn(runId);
    } catch (LakeFailure e) {
      if (e.failureCause() != FailureCause.DAMAGED) {
        throw e;
      }
      return Option.some(Exchange.malformed(runId, e.getMessage()));
    }
  }

  /** What was decided, as its requester wrote it where that is what lies there. */
  private Trigger take(RunRequest decided, RunRequest found, byte[] bytes) {
    String name = Exchange.name(decided.runId());
    exchange.claimed().put(name, decided.equals(found) ? bytes : RequestJson.write(decided));
    exchange.pending().delete(name);
    return new Trigger.WellFormed(decided);
  }

  private Option<Trigger> withdrawn(RunId runId) {
    return Exchange.read(exchange.pending(), runId)
        .map(
            askedAgain ->
                Exchange.malformed(
                    runId, "it was withdrawn under this run id; ask under another run id"));
  }

  @Override
  public void discard(RunId runId) {
    exchange.claimed().delete(Exchange.name(runId));
  }

  @Override
  public void reject(Trigger.Malformed malformed) {
    Rejections rejections = new Rejections(exchange.rejected());
    if (!rejections.move(exchange.claimed(), malformed.file(), malformed.reason())) {
      boolean ignored = rejections.move(exchange.pending(), malformed.file(), malformed.reason());
    }
  }

  @Override
  public void reject(RunId claimed, String reason) {
    boolean ignored =
        new Rejections(exchange.rejected())
            .move(exchange.claimed(), Exchange.name(claimed), reason);
  }

  @Override
  public void await(Duration atMost) {
    waiting.await(atMost, () -> Exchange.listed(exchange.pending()));
  }

  @Override
  public void wakeUp() {
    waiting.wakeUp();
  }

  private static Seq<Trigger> inOrder(List<Trigger> triggers) {
    return triggers
        .filter(Trigger.Malformed.class::isInstance)
        .appendAll(
            triggers
                .flatMap(Exchange::request)
                .sorted(RunRequest.SERVING_ORDER)
                .map(Trigger.WellFormed::new));
  }
}
