package io.orderlake.application.run;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryExchange;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryLeaderLock;
import io.orderlake.application.twin.InMemoryLineageLog;
import io.orderlake.application.twin.InMemoryRunJournal;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lake without a file, a job named silver, and as many runners as a test wants. */
final class RunnerStage {
  final InMemoryLeaderLock leaderLock = new InMemoryLeaderLock();
  final InMemoryExchange exchange = new InMemoryExchange(leaderLock);
  final InMemoryRunJournal journal = new InMemoryRunJournal();
  final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  final InMemoryBronzeView bronze = new InMemoryBronzeView();
  final InMemoryLineageLog lineage = new InMemoryLineageLog();
  final ScriptedJob silver = new ScriptedJob(JobName.SILVER, versions);
  final java.util.List<String> troubles = new CopyOnWriteArrayList<>();
  final InstantSource clock = InstantSource.fixed(Runs.NOON);

  RunnerStage() {
    for (long sequence = 0; sequence <= ScriptedJob.BRONZE_READ; sequence++) {
      bronze.commit(sequence, TreeMap.of(new TopicPartition("orders", 0), 10 * (sequence + 1)));
    }
  }

  ServeTriggers runner() {
    return runner(List.of(silver));
  }

  ServeTriggers runner(Seq<LakehouseJob> jobs) {
    return new ServeTriggers(
        new RunnerPorts(leaderLock, exchange, exchange, journal, versions, bronze, lineage),
        jobs,
        clock,
        "a test",
        new RunnerListener() {
          @Override
          public void standingBy() {}

          @Override
          public void recorded(JournalEvent event) {}

          @Override
          public void trouble(String what, Throwable cause) {
            troubles.add(what);
          }
        });
  }

  /** Serves until every request has its result, then stops. */
  Seq<RunResult> serve(String... ids) {
    ServeTriggers runner = runner();
    Thread thread = new Thread(runner::serve, "runner");
    thread.start();
    Seq<RunResult> results =
        List.of(ids).map(id -> exchange.awaitResult(new RunId(id), Duration.ofMinutes(20)).get());
    stop(runner, thread);
    return results;
  }

  static void stop(ServeTriggers runner, Thread thread) {
    runner.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of the run's events. */
  Seq<String> story(String id) {
    return journal.history(new RunId(id)).map(e -> e.getClass().getSimpleName());
  }

  void journalled(RunEvent... events) {
    for (RunEvent event : events) {
      journal.append(event);
    }
  }

  static Instant at() {
    return Runs.NOON;
  }
}
