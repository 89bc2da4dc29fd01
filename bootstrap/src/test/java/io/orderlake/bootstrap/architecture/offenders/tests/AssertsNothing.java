package io.orderlake.bootstrap.architecture.offenders.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Breaks: every test asserts something; a seed is known. */
public final class AssertsNothing {
  private final List<Integer> seen = new ArrayList<>();

  @Test
  void it_only_calls() {
    note();
  }

  private void note() {
    seen.add(new Random().nextInt());
  }
}
