package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.openlineage.client.OpenLineage;
import java.net.URI;

/** Breaks: OpenLineage's client stays in its adapter. */
public final class AdapterOnOpenLineage {
  private AdapterOnOpenLineage() {}

  public static OpenLineage events() {
    return new OpenLineage(URI.create("urn:offender"));
  }
}
