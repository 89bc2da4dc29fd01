package io.orderlake.domain.source;

import io.orderlake.domain.schema.Schemas;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.List;

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
   * @throws io.orderlake.domain.failure.Classified when something that is no fault of the record
   *     keeps it from being read: a schema that cannot be had just now
   */
  Either<String, Node> read(byte[] value);

  /** What records become depends on all of this, and on nothing else of the format; in order. */
  default List<String> identity() {
    return List.of("format " + name());
  }

  /** Whether its records are text, so that a file or a pipe can hold them one after the other. */
  default boolean isText() {
    return true;
  }

  /** The same format with its schemas from there; itself when it needs none. */
  default RecordFormat over(Schemas schemas) {
    return this;
  }

  /**
   * The sentence that the bytes were refused with at first, where they can be read by now although
   * the format is the same: a schema that was unknown has become known.
   */
  default Option<String> refusedBefore(byte[] value) {
    return Option.none();
  }
}
