package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import org.apache.avro.Schema;

/** Breaks: Avro stays in the adapter of formats with schemas. */
public final class AdapterOnAvro {
  private AdapterOnAvro() {}

  public static Schema schema() {
    return Schema.create(Schema.Type.INT);
  }
}
