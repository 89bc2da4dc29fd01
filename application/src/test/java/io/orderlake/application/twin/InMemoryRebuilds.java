package io.orderlake.application.twin;

import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverRebuilds;

/** One rebuild at a time, kept by the lake until it is used up or other rules are asked for. */
record InMemoryRebuilds(InMemoryLake lake) implements SilverRebuilds {
  @Override
  public SilverRebuild open(String ruleSet) {
    lake.finish();
    return lake.rebuild(ruleSet);
  }
}
