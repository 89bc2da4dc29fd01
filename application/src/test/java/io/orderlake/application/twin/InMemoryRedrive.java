package io.orderlake.application.twin;

import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.StagedRedrive;
import io.vavr.control.Option;

/** Judges the quarantine of collections. */
record InMemoryRedrive(InMemoryLake lake) implements QuarantineRedrive {
  @Override
  public StagedRedrive stage(Option<String> reason, RecordRefiner refiner) {
    lake.finish();
    return new InMemoryStagedRedrive(lake, reason, refiner);
  }
}
