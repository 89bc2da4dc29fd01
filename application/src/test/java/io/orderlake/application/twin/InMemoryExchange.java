package io.orderlake.application.twin;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Both sides of the trigger protocol, in memory: what the directories hold, as maps. */
public final class InMemoryExchange
    implements TriggerInbox, ResultOutbox, RunRequests, RequestQueue {
  private final InMemoryLeaderLock leaderLock;
  private Map<String, Trigger> pending = TreeMap.empty();
  private Map<String, Trigger> claimed = TreeMap.empty();
  private Map<RunId, RunResult> results = TreeMap.empty();
  private List<String> rejectedReasons = List.empty();
  private boolean changed;

  public InMemoryExchange(InMemoryLeaderLock leaderLock) {
    this.leaderLock = leaderLock;
  }

  /** Puts something that is no request among the requests. */
  public synchronized void plant(Trigger.Malformed malformed) {
    pending = pending.put(malformed.file(), malformed);
    changed();
  }

  /** Puts a request where a runner that died left it. */
  public synchronized void plantClaimed(RunRequest request) {
    claimed = claimed.put(file(request.runId()), new Trigger.WellFormed(request));
  }

  public synchronized List<String> rejectedReasons() {
    return rejectedReasons;
  }

  @Override
  public synchronized Seq<Trigger> pending() {
    return inOrder(pending);
  }

  @Override
  public synchronized Seq<Trigger> claimed() {
    return inOrder(claimed);
  }

  @Override
  public synchronized Option<Trigger> claim(RunId runId) {
    Option<Trigger> taken = pending.get(file(runId));
    taken.forEach(trigger -> claimed = claimed.put(file(runId), trigger));
    pending = pending.remove(file(runId));
    return taken;
  }

  @Override
  public synchronized void discard(RunId runId) {
    claimed = claimed.remove(file(runId));
  }

  @Override
  public synchronized void reject(Trigger.Malformed malformed) {
    pending = pending.remove(malformed.file());
    claimed = claimed.remove(malformed.file());
    rejectedReasons = rejectedReasons.append(malformed.reason());
  }

  @Override
  public synchronized void reject(RunId runId, String reason) {
    if (claimed.containsKey(file(runId))) {
      claimed = claimed.remove(file(runId));
      rejectedReasons = rejectedReasons.append(reason);
    }
  }

  @Override
  public synchronized void await(Duration atMost) {
    waitUnless(() -> changed, atMost);
    changed = false;
  }

  @Override
  public synchronized void wakeUp() {
    changed();
  }

  @Override
  public synchronized RunResult publish(RunResult result) {
    results = results.computeIfAbsent(result.runId(), id -> result)._2;
    changed();
    return results.get(result.runId()).get();
  }

  @Override
  public synchronized Option<RunResult> find(RunId runId) {
    return results.get(runId);
  }

  @Override
  public synchronized void submit(RunRequest request) {
    pending = pending.put(file(request.runId()), new Trigger.WellFormed(request));
    changed();
  }

  @Override
  public Option<RunResult> result(RunId runId) {
    return find(runId);
  }

  @Override
  public synchronized Option<RunResult> awaitResult(RunId runId, Duration atMost) {
    waitUnless(() -> results.containsKey(runId), atMost);
    return results.get(runId);
  }

  @Override
  public synchronized boolean cancel(RunId runId) {
    boolean waiting = pending.containsKey(file(runId));
    pending = pending.remove(file(runId));
    return waiting;
  }

  @Override
  public Option<LeaderHeartbeat> runner() {
    return leaderLock.heartbeat();
  }

  @Override
  public synchronized Waiting now() {
    return new Waiting(
        pending.size(),
        claimed.size(),
        pending
            .values()
            .appendAll(claimed.values())
            .flatMap(t -> t.fold(Option::some, malformed -> Option.<RunRequest>none()))
            .map(RunRequest::requestedAt)
            .min());
  }

  private void changed() {
    changed = true;
    notifyAll();
  }

  private void waitUnless(BooleanSupplier done, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toNanos();
          !done.getAsBoolean() && left > 0;
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Seq<Trigger> inOrder(Map<String, Trigger> triggers) {
    return triggers
        .values()
        .partition(t -> t instanceof Trigger.Malformed)
        .apply(
            (malformed, requests) ->
                malformed.appendAll(requests.sortBy(RunRequest.SERVING_ORDER, request())));
  }

  private static Function<Trigger, RunRequest> request() {
    return t ->
        t.fold(
            request -> request,
            malformed -> {
              throw new IllegalStateException(malformed.toString());
            });
  }

  private static String file(RunId runId) {
    return runId + ".json";
  }
}
