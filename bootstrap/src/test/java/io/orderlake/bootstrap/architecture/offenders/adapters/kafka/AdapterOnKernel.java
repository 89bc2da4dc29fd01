package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.delta.kernel.types.StructType;

/** Breaks: Delta Kernel stays in its adapter. */
public final class AdapterOnKernel {
  private AdapterOnKernel() {}

  public static StructType schema() {
    return new StructType();
  }
}
