package io.orderlake.bootstrap.architecture.offenders.domain;

import java.util.Random;

/** Breaks: nobody throws dice in the domain. */
public final class DomainOnDice {
  private DomainOnDice() {}

  public static int roll() {
    return new Random().nextInt(6);
  }
}
