package io.orderlake.application.correct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers words, so that an entry of fixed size can name one. */
final class Words {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  int number(String word) {
    return numbers.computeIfAbsent(
        word,
        absent -> {
          words.add(absent);
          return words.size() - 1;
        });
  }

  String word(int number) {
    return words.get(number);
  }
}
