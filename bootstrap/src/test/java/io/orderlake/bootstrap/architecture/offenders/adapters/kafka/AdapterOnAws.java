package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import com.amazonaws.services.s3.AmazonS3;

/** Breaks: what stores are asked with stays in its adapter. */
public final class AdapterOnAws {
  private AdapterOnAws() {}

  public static String region(AmazonS3 store) {
    return store.getRegionName();
  }
}
