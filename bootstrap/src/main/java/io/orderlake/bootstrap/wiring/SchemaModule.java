package io.orderlake.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.orderlake.adapters.registry.rest.RegistryConnection;
import io.orderlake.adapters.registry.rest.RestSchemaRegistry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.SchemaRegistry;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.control.Option;

/**
 * The schemas that records name: kept in the lake, and asked for where that is for a role to do.
 */
final class SchemaModule extends AbstractModule {
  @Provides
  @Singleton
  KeptSchemas kept(ControlPlane control) {
    return control.schemas();
  }

  @Provides
  @Singleton
  Option<SchemaRegistry> registry(LakehouseConfig config) {
    LakehouseConfig.Registry registry = config.registry();
    return registry
        .url()
        .map(
            url ->
                new RestSchemaRegistry(
                    new RegistryConnection(
                        url,
                        registry.user(),
                        registry.password(),
                        registry.trustStore().map(String::valueOf).getOrElse(""),
                        registry.trustStorePassword())));
  }

  @Provides
  @Reading
  Schemas reading(KeptSchemas kept) {
    return Schemas.reading(kept);
  }

  @Provides
  @Judging
  Schemas judging(KeptSchemas kept, Option<SchemaRegistry> registry) {
    return Schemas.judging(kept, registry.getOrNull());
  }

  @Provides
  @Looking
  Schemas looking(KeptSchemas kept, Option<SchemaRegistry> registry) {
    return Schemas.looking(kept, registry.getOrNull());
  }

  @Provides
  RecordRefiner refiner(OrderEventDecoder decoder, RuleSet rules) {
    return new RecordRefiner(decoder, rules);
  }

  @Provides
  @Judging
  RecordRefiner judging(
      OrderEventDecoder decoder, LakehouseConfig config, @Judging Schemas schemas) {
    return refiner(decoder, config, schemas);
  }

  @Provides
  @Looking
  RecordRefiner looking(
      OrderEventDecoder decoder, LakehouseConfig config, @Looking Schemas schemas) {
    return refiner(decoder, config, schemas);
  }

  private static RecordRefiner refiner(
      OrderEventDecoder decoder, LakehouseConfig config, Schemas schemas) {
    return new RecordRefiner(
        decoder, RuleSet.of(config.rules(), config.sources().ofTopics().over(schemas)));
  }
}
