package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.time.Duration;

/** An ingest under way. */
public interface RunningIngest extends AutoCloseable {
  /**
   * Waits until it ends or the time is over.
   *
   * @return why it ended by itself, or none while it runs
   */
  Option<LakeFailure> await(Duration atMost);

  /** Stops after the commit under way, if any; idempotent. */
  @Override
  void close();
}
