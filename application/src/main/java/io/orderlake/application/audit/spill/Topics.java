package io.orderlake.application.audit.spill;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Numbers topics, so that a fact can name one in two bytes. Safe for use by several threads. */
public final class Topics {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final List<String> names = new CopyOnWriteArrayList<>();

  int number(String topic) {
    Integer known = numbers.get(topic);
    return known != null ? known : numbers.computeIfAbsent(topic, this::next);
  }

  private synchronized int next(String topic) {
    names.add(topic);
    if (names.size() > Short.MAX_VALUE) {
      throw new IllegalStateException("more than " + Short.MAX_VALUE + " topics in one lake");
    }
    return names.size() - 1;
  }

  String name(int number) {
    return names.get(number);
  }
}
