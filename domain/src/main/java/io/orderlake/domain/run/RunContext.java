package io.orderlake.domain.run;

import io.vavr.collection.Map;

/**
 * What a job is told about the run it is part of.
 *
 * @param runId the request's id
 * @param epoch the runner's epoch, stamped on what the job publishes
 * @param params the request's parameters, checked against {@link LakehouseJob#parameters()}
 */
public record RunContext(RunId runId, long epoch, Map<String, String> params) {}
