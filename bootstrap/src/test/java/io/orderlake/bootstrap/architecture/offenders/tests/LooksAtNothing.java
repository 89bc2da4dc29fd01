package io.orderlake.bootstrap.architecture.offenders.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks: what is asserted of all is asserted of some. */
public final class LooksAtNothing {
  private final List<Integer> none = List.of();

  @Test
  void all_of_none() {
    assertThat(none).allMatch(each -> each > 0);
  }
}
