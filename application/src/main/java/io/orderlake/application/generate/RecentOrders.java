package io.orderlake.application.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The last valid events, to be repeated or contradicted. */
final class RecentOrders {
  /** An event that was sent, and what it was written from. */
  record Sent(OrderDraft draft, GeneratedOrder order) {}

  private static final int KEPT = 1_000;

  private final List<Sent> kept = new ArrayList<>();
  private int next;

  void add(OrderDraft draft, GeneratedOrder order) {
    Sent sent = new Sent(draft, order);
    if (kept.size() < KEPT) {
      kept.add(sent);
    } else {
      kept.set(next, sent);
    }
    next = (next + 1) % KEPT;
  }

  /** Lets go of an event, of which nothing more is to be said. */
  void forget(Sent sent) {
    kept.remove(sent);
    next = kept.size();
  }

  boolean nonEmpty() {
    return !kept.isEmpty();
  }

  Sent pick(RandomGenerator random) {
    return kept.get(random.nextInt(kept.size()));
  }
}
