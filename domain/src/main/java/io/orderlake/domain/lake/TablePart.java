package io.orderlake.domain.lake;

import java.util.function.Consumer;

/**
 * Some of a table's rows at one version. Several parts of a table may be read at the same time,
 * each by one thread.
 *
 * @param <R> a row
 */
@FunctionalInterface
public interface TablePart<R> {
  /**
   * Shows each row once, one after the other; nothing stays open afterwards.
   *
   * @throws LakeFailure when a file of the part is missing or damaged; the consumer may have seen
   *     some rows by then
   */
  void forEach(Consumer<? super R> consumer);
}
