package io.orderlake.application.twin;

import io.orderlake.application.contract.SchemaRegistryContract;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaRegistry;
import java.util.List;

class InMemoryRegistryTest implements SchemaRegistryContract {
  @Override
  public SchemaRegistry having(List<RegisteredSchema> schemas) {
    InMemoryRegistry registry = new InMemoryRegistry();
    for (int i = 0; i < schemas.size(); i++) {
      registry.register(i + 1, schemas.get(i));
    }
    return registry;
  }
}
