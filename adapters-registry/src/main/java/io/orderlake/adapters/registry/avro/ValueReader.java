package io.orderlake.adapters.registry.avro;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.domain.source.Node;

/** Reads values of one type. */
@FunctionalInterface
interface ValueReader {
  /**
   * The value that the next bytes hold.
   *
   * @throws io.orderlake.adapters.registry.record.Unreadable when they hold none
   */
  Node read(Bytes bytes);
}
