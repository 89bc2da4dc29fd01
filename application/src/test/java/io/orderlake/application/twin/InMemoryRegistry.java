package io.orderlake.application.twin;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.SchemaRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A registry in memory, which can be made not to answer. */
public final class InMemoryRegistry implements SchemaRegistry {
  private static final long serialVersionUID = 1;

  private final ConcurrentMap<Integer, RegisteredSchema> schemas = new ConcurrentHashMap<>();
  private @Nullable FailureCause broken;
  private int asked;

  /** From now on it has that schema. */
  public void register(int id, RegisteredSchema schema) {
    schemas.put(id, schema);
  }

  /** From now on it fails so; null for no more. */
  public void breakDown(@Nullable FailureCause why) {
    broken = why;
  }

  /** How often it was asked. */
  public int asked() {
    return asked;
  }

  @Override
  public SchemaAnswer schema(int id) {
    asked++;
    if (broken != null) {
      throw LakeFailure.because(broken, "asking the registry in memory for " + id);
    }
    RegisteredSchema schema = schemas.get(id);
    return schema == null
        ? new SchemaAnswer.Unknown("the registry does not have")
        : new SchemaAnswer.Known(schema);
  }
}
