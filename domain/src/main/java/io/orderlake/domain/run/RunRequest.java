package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.collection.SortedMap;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a requester asks of the runner.
 *
 * @param runId chosen by the requester; asking again with it is the same request
 * @param job the word of a {@link JobName}; any other is refused by the runner
 * @param requestedBy who asks, for people
 * @param requestedAt when, by the requester's clock; only orders what waits
 * @param params the job's parameters, as text
 */
public record RunRequest(
    RunId runId,
    String job,
    String requestedBy,
    Instant requestedAt,
    SortedMap<String, String> params) {
  /** The order in which waiting requests are served. */
  public static final Comparator<RunRequest> SERVING_ORDER =
      Comparator.comparing(RunRequest::requestedAt).thenComparing(RunRequest::runId);
}
