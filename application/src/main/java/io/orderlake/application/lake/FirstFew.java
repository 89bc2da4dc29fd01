package io.orderlake.application.lake;

import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The first few of very many, by some order, held without the others. For one thread.
 *
 * @param <T> what they are
 */
public final class FirstFew<T> {
  private final Comparator<T> order;
  private final int limit;
  private final PriorityQueue<T> lastFirst;

  /**
   * None yet.
   *
   * @param limit how many at most, 0 or more
   */
  public FirstFew(Comparator<T> order, int limit) {
    this.order = order;
    this.limit = limit;
    this.lastFirst = new PriorityQueue<>(order.reversed());
  }

  public void add(T one) {
    lastFirst.add(one);
    if (lastFirst.size() > limit) {
      lastFirst.remove();
    }
  }

  /** Those that are among the first, in their order. */
  public Vector<T> inOrder() {
    return Vector.ofAll(lastFirst).sorted(order);
  }
}
