package io.orderlake.application.twin;

import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.control.Option;

/** Judges the quarantine of collections. */
record InMemoryRedrive(InMemoryLake lake) implements QuarantineRedrive {
  @Override
  public PreparedRedrive prepare(Option<String> reason, RecordRefiner refiner) {
    lake.finish();
    return new InMemoryPreparedRedrive(lake, reason, refiner);
  }
}
