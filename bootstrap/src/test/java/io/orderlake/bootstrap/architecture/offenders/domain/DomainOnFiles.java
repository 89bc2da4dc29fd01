package io.orderlake.bootstrap.architecture.offenders.domain;

import java.nio.file.Path;

/** Breaks: the domain does no input or output. */
public final class DomainOnFiles {
  private DomainOnFiles() {}

  public static Path here() {
    return Path.of(".");
  }
}
