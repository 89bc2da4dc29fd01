package io.orderlake.adapters.registry.record;

import io.orderlake.domain.source.Node;
import io.vavr.control.Either;

/** Reads records of one schema. */
@FunctionalInterface
public interface PayloadReader {
  /**
   * Reads a record.
   *
   * @param value the bytes, with whatever stands before the record
   * @param from where the record begins
   * @return or the sentence that says why they hold none; never throws on bad bytes
   */
  Either<String, Node> read(byte[] value, int from);
}
