package io.orderlake.adapters.objectstore.schema;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.vavr.collection.Map;

/**
 * The schemas of a lake, found by the lake's root.
 *
 * @param root the lake's, a URI
 * @param settings what Hadoop is told, by its names
 */
public record StoredSchemas(String root, Map<String, String> settings)
    implements ObjectKeptSchemas.Opening {
  @Override
  public ControlPlace open() {
    return new ControlPlace(Stores.open(root, settings), Stores.prefix(root) + "schemas");
  }

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "StoredSchemas[root=" + root + "]";
  }
}
