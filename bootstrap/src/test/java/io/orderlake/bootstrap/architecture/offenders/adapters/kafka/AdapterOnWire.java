package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import com.squareup.wire.schema.Location;

/** Breaks: Wire stays in the adapter of formats with schemas. */
public final class AdapterOnWire {
  private AdapterOnWire() {}

  public static Location schema() {
    return Location.get("offender.proto");
  }
}
