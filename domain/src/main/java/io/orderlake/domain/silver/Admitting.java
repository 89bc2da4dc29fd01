package io.orderlake.domain.silver;

import io.orderlake.domain.order.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Decides on the valid lines of a stretch of Bronze, each given in its turn, from what Silver holds
 * of their events. A cancellation that comes before its event is decided with it, or at the end.
 * For one thread.
 *
 * @param <L> a line, for whoever asks
 */
public final class Admitting<L> {
  private final BiConsumer<L, Admission> decided;
  private final Map<String, ContentHash> held = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Map<String, List<L>> waiting = new LinkedHashMap<>();

  /**
   * Silver holds nothing.
   *
   * @param decided told of each line once what becomes of it
   */
  public Admitting(BiConsumer<L, Admission> decided) {
    this.decided = decided;
  }

  /** Silver holds the event, with that content. */
  public void holds(String eventId, ContentHash content) {
    held.put(eventId, content);
  }

  /** Silver has withdrawn the event that it holds. */
  public void hasWithdrawn(String eventId) {
    withdrawn.add(eventId);
  }

  /** The next line is an order. */
  public void order(String eventId, ContentHash content, L line) {
    Admission admission = Admission.of(held.get(eventId), content);
    decided.accept(line, admission);
    if (admission == Admission.FIRST) {
      held.put(eventId, content);
      List<L> waited = waiting.remove(eventId);
      if (waited != null) {
        waited.forEach(cancellation -> cancellation(eventId, cancellation));
      }
    }
  }

  /** The next line, or one that waits since before, is a cancellation of that event. */
  public void cancellation(String eventId, L line) {
    if (held.containsKey(eventId)) {
      decided.accept(line, withdrawn.add(eventId) ? Admission.FIRST : Admission.DUPLICATE);
    } else {
      waiting.computeIfAbsent(eventId, absent -> new ArrayList<>(1)).add(line);
    }
  }

  /** There are no more lines: what still waits goes on waiting. */
  public void end() {
    waiting.values().forEach(lines -> lines.forEach(line -> decided.accept(line, Admission.WAITS)));
    waiting.clear();
  }
}
