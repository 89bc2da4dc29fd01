package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstFewTest {
  @Test
  void they_are_what_all_of_them_begin_with_when_they_are_sorted() {
    Random random = new Random(7);
    for (int limit : List.of(0, 1, 5, 99, 100, 200)) {
      List<Integer> all = random.ints(100, 0, 50).boxed().toList();
      FirstFew<Integer> greatest = new FirstFew<>(Comparator.<Integer>reverseOrder(), limit);
      all.forEach(greatest::add);

      assertThat(greatest.inOrder())
          .containsExactlyElementsOf(
              all.stream().sorted(Comparator.reverseOrder()).limit(limit).toList());
    }
  }
}
