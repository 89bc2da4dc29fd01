package io.orderlake.bootstrap.architecture.offenders.adapters.filesystem;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks: JSON of runs and of the lake is the protocol's. */
public final class AdapterOnJackson {
  private AdapterOnJackson() {}

  public static ObjectMapper mapper() {
    return new ObjectMapper();
  }
}
