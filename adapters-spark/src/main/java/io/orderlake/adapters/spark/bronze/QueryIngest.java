package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.interop.Failures;
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
  private final Runnable source;
  private final Runnable afterwards;
  private boolean closed;

  /**
   * A query under way.
   *
   * @param source looks whether the source still has what Bronze needs, and throws if not; asked
   *     when the query has failed
   */
  QueryIngest(StreamingQuery query, String attempt, Runnable source, Runnable afterwards) {
    this.query = query;
    this.attempt = attempt;
    this.source = source;
    this.afterwards = afterwards;
  }

  @Override
  public Option<LakeFailure> await(Duration atMost) {
    try {
      query.awaitTermination(Math.max(1, atMost.toMillis()));
      return Option.none();
    } catch (StreamingQueryException e) {
      return Option.of(why(e));
    }
  }

  void awaitEnd() {
    try {
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      throw why(e);
    }
  }

  /**
   * What Spark says of lost records, or of a broker that is away, is true and helps nobody; what
   * the source itself shows does.
   */
  private LakeFailure why(StreamingQueryException e) {
    LakeFailure failure = Failures.of(attempt, e);
    try {
      source.run();
      return failure;
    } catch (LakeFailure found) {
      return found;
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
      throw LakeFailure.of(attempt + ": the query did not stop", e);
    } finally {
      afterwards.run();
    }
  }
}
