package io.orderlake.domain.schema;

import java.io.Serializable;

/** What a registry says of an id. */
public sealed interface SchemaAnswer extends Serializable {
  /**
   * It has a schema under that id.
   *
   * @param schema the schema; one id never has another one
   */
  record Known(RegisteredSchema schema) implements SchemaAnswer {}

  /**
   * It has none.
   *
   * @param why what it said, as part of a sentence that began with the id
   */
  record Unknown(String why) implements SchemaAnswer {}
}
