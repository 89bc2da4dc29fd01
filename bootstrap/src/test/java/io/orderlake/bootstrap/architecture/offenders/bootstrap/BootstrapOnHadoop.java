package io.orderlake.bootstrap.architecture.offenders.bootstrap;

import org.apache.hadoop.fs.Path;

/** Breaks: Hadoop stays with the tables. */
public final class BootstrapOnHadoop {
  private BootstrapOnHadoop() {}

  public static Path path(String text) {
    return new Path(text);
  }
}
