package io.orderlake.adapters.postgres.cluster;

/** A PostgreSQL of the lake's own cannot be had; the message says why, and what to do. */
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClusterFailure(String message) {
    super(message);
  }

  ClusterFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
