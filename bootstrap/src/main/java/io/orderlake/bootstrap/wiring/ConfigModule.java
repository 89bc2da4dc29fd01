package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.collection.List;
import java.time.Clock;
import java.time.InstantSource;

/** The configuration, and what follows from it alone. */
final class ConfigModule extends AbstractModule {
  private final LakehouseConfig config;

  ConfigModule(LakehouseConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    bind(LakehouseConfig.class).toInstance(config);
    bind(Resources.class).toInstance(new Resources());
    bind(InstantSource.class).toInstance(Clock.systemUTC());
  }

  /** With the schemas of who reads what was judged. */
  @Provides
  RuleSet rules(@Reading Schemas schemas) {
    return RuleSet.of(config.rules(), config.sources().ofTopics().over(schemas));
  }

  @Provides
  List<GoldProjection> projections() {
    return config.gold();
  }
}
