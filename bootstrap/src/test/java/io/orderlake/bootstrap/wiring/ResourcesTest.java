package io.orderlake.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final Resources resources = new Resources();
  private final List<String> closed = new ArrayList<>();

  @Test
  void what_was_opened_last_is_closed_first_and_once() throws Exception {
    resources.opened(() -> closed.add("spark"));
    resources.opened(() -> closed.add("producer"));
    resources.close();
    resources.close();
    assertThat(closed).containsExactly("producer", "spark");
  }

  @Test
  void all_are_closed_even_if_one_cannot_be() {
    resources.opened(() -> closed.add("spark"));
    resources.opened(
        () -> {
          throw new IllegalStateException("stuck");
        });
    assertThatThrownBy(resources::close).hasMessage("stuck");
    assertThat(closed).containsExactly("spark");
  }
}
