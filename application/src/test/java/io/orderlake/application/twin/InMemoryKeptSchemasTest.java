package io.orderlake.application.twin;

import io.orderlake.application.contract.KeptSchemasContract;
import io.orderlake.domain.schema.KeptSchemas;

class InMemoryKeptSchemasTest implements KeptSchemasContract {
  @Override
  public KeptSchemas newSchemas() {
    return new InMemoryKeptSchemas();
  }

  @Override
  public KeptSchemas copy(KeptSchemas schemas) {
    return schemas;
  }
}
