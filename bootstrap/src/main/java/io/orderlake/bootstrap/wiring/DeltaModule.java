package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.gold.KernelGoldView;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.KernelLakeFiles;
import io.orderlake.adapters.delta.lookup.KernelLakeLookup;
import io.orderlake.adapters.delta.quarantine.KernelQuarantineView;
import io.orderlake.adapters.delta.silver.KernelSilverView;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.SilverView;

/** Readers of the tables that need no Spark. */
final class DeltaModule extends AbstractModule {
  @Provides
  @Singleton
  KernelLake lake(LakehouseConfig config) {
    return KernelLake.at(TablePlace.root(config), TablePlace.hadoop(config));
  }

  @Provides
  @Singleton
  BronzeView bronze(KernelLake lake) {
    return new KernelBronzeView(lake);
  }

  @Provides
  @Singleton
  SilverView silver(KernelLake lake) {
    return new KernelSilverView(lake);
  }

  @Provides
  @Singleton
  GoldView gold(KernelLake lake) {
    return new KernelGoldView(lake);
  }

  @Provides
  @Singleton
  QuarantineView quarantine(KernelLake lake) {
    return new KernelQuarantineView(lake);
  }

  @Provides
  @Singleton
  LakeLookup lookup(KernelLake lake) {
    return new KernelLakeLookup(lake);
  }

  @Provides
  @Singleton
  LakeFiles files(KernelLake lake) {
    return new KernelLakeFiles(lake);
  }
}
