package io.orderlake.bootstrap.architecture.offenders.domain;

import java.util.UUID;

/** Breaks: nobody throws dice in the domain. */
public final class DomainOnRandomIds {
  private DomainOnRandomIds() {}

  public static String id() {
    return UUID.randomUUID().toString();
  }
}
