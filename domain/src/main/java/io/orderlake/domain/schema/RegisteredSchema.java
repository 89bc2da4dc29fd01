package io.orderlake.domain.schema;

import java.io.Serializable;
import java.util.List;

/**
 * A schema as its registry has it, with everything that it refers to.
 *
 * @param type as the registry names it: {@code AVRO}, {@code PROTOBUF} or {@code JSON}
 * @param text the schema itself, as it was registered
 * @param references what it refers to, each behind what it refers to itself
 */
public record RegisteredSchema(String type, String text, List<Reference> references)
    implements Serializable {
  public RegisteredSchema {
    references = List.copyOf(references);
  }

  /**
   * Another schema.
   *
   * @param name by which it is referred to: a full name, or the path of an import
   * @param text the schema itself
   */
  public record Reference(String name, String text) implements Serializable {}
}
