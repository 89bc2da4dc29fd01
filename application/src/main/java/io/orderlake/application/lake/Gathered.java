package io.orderlake.application.lake;

import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Reads parts of tables on every core. */
public final class Gathered {
  private Gathered() {}

  /** All rows of the parts, in no particular order. */
  public static <R> Vector<R> rows(Seq<TablePart<R>> parts) {
    Queue<R> rows = new ConcurrentLinkedQueue<>();
    forEach(parts, rows::add);
    return Vector.ofAll(rows);
  }

  /**
   * Shows every row of the parts.
   *
   * @param consumer called by several threads at once
   */
  public static <R> void forEach(Seq<TablePart<R>> parts, Consumer<? super R> consumer) {
    parts.toJavaParallelStream().forEach(part -> part.forEach(consumer));
  }
}
