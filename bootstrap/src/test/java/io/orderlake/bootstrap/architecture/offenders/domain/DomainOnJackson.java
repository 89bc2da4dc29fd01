package io.orderlake.bootstrap.architecture.offenders.domain;

import com.fasterxml.jackson.core.JsonFactory;

/** Breaks: the domain knows the JDK and Vavr. */
public final class DomainOnJackson {
  private DomainOnJackson() {}

  public static JsonFactory json() {
    return new JsonFactory();
  }
}
