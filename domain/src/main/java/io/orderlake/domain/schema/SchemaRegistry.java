package io.orderlake.domain.schema;

import java.io.Serializable;

/**
 * Who knows which schema an id stands for. Travels to wherever records are judged.
 *
 * <p>An id that it does not have is an answer. That it cannot be reached, lets nobody in, or says
 * something that no registry says, is none: it says nothing of the records that name the id.
 */
public interface SchemaRegistry extends Serializable {
  /**
   * Asks for a schema and for all that it refers to.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when there is no answer; retryable where it may
   *     come later by itself. Names the registry and the id, and no secret.
   */
  SchemaAnswer schema(int id);
}
