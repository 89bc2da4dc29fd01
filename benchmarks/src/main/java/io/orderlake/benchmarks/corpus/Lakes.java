package io.orderlake.benchmarks.corpus;

import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.SparkSession;

/** Lakes on this process's one warm Spark session, which ends with {@link #close()}. */
public final class Lakes implements AutoCloseable {
  private final Deque<Lakehouse> open = new ArrayDeque<>();

  /**
   * Starts Spark.
   *
   * @param first of a lake whose directory stays until the end, because Spark keeps its scratch
   *     files there
   */
  public static Lakes start(LakehouseConfig first) {
    Lakes lakes = new Lakes();
    lakes.open(first).get(Runners.class);
    return lakes;
  }

  /** A lake; closed with all others. */
  public Lakehouse open(LakehouseConfig config) {
    Lakehouse lake = Lakehouse.open(config);
    open.push(lake);
    return lake;
  }

  /** Spark's session, with settings of its own, for those who are not Orderlake. */
  public SparkSession session() {
    SparkSession session = SparkSession.active().newSession();
    session.conf().set("spark.sql.adaptive.enabled", "true");
    return session;
  }

  /**
   * Runs one of Orderlake's jobs as its runner does.
   *
   * @param job its name
   * @throws BenchFailure when it fails
   */
  public static RunOutcome run(Lakehouse lake, JobName job) {
    return lake.get(Runners.class)
        .job(job)
        .run(new RunContext(new RunId("bench-" + job), 1, HashMap.empty()))
        .getOrElseThrow(failure -> new BenchFailure("the job " + job + ": " + failure.message()));
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
