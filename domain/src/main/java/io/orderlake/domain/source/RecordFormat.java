package io.orderlake.domain.source;

import io.vavr.control.Either;
import java.io.Serializable;

/**
 * Reads the records of a source as trees. Knows the format and nothing of mappings or rules.
 * Stateless and serializable: it travels to wherever the bytes are.
 */
public interface RecordFormat extends Serializable {
  /** The format's name in configuration, e.g. {@code json}. */
  String name();

  /**
   * Reads one record.
   *
   * @param value the record's bytes
   * @return what they hold: an object or an array, numbers with the digits they were written with;
   *     or the sentence that says why the bytes are no record of this format. Never throws on bad
   *     bytes.
   */
  Either<String, Node> read(byte[] value);
}
