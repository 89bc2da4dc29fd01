package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.Failures;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** A streaming query as a running ingest. */
final class QueryIngest implements RunningIngest {
  private final StreamingQuery query;
  private final String attempt;
  private final Runnable afterwards;
  private boolean closed;

  QueryIngest(StreamingQuery query, String attempt, Runnable afterwards) {
    this.query = query;
    this.attempt = attempt;
    this.afterwards = afterwards;
  }

  @Override
  public Option<LakeFailure> await(Duration atMost) {
    try {
      query.awaitTermination(Math.max(1, atMost.toMillis()));
      return Option.none();
    } catch (StreamingQueryException e) {
      return Option.of(Failures.of(attempt, e));
    }
  }

  void awaitEnd() {
    try {
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      throw Failures.of(attempt, e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      query.stop();
    } catch (TimeoutException e) {
      throw LakeFailure.passing(attempt + ": the query did not stop", e);
    } finally {
      afterwards.run();
    }
  }
}
