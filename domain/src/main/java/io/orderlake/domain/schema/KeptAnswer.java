package io.orderlake.domain.schema;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an id, and what was known when it was first asked for.
 *
 * @param answer what counts today
 * @param before the first answer, where a later one has taken its place; else null
 */
public record KeptAnswer(SchemaAnswer answer, SchemaAnswer.@Nullable Unknown before)
    implements Serializable {
  /** An answer that nothing has taken the place of. */
  public static KeptAnswer first(SchemaAnswer answer) {
    return new KeptAnswer(answer, null);
  }

  /** The same, now that a schema is known under the id. */
  public KeptAnswer then(RegisteredSchema schema) {
    return answer instanceof SchemaAnswer.Unknown unknown
        ? new KeptAnswer(new SchemaAnswer.Known(schema), unknown)
        : this;
  }
}
