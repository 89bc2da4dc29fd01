package io.orderlake.application.twin;

import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.vavr.control.Option;

/** A lake's properties, in memory. */
public final class InMemoryLakeRegister implements LakeRegister {
  private Option<KeptProperties> kept = Option.none();

  @Override
  public synchronized Option<KeptProperties> read() {
    return kept;
  }

  @Override
  public synchronized KeptProperties enter(LakeProperties properties) {
    kept = kept.orElse(Option.some(KeptProperties.from(properties)));
    return kept.get();
  }

  @Override
  public synchronized void change(KeptProperties properties) {
    kept = Option.some(properties);
  }
}
