package io.orderlake.application.contract;

import io.orderlake.domain.failure.FailureCause;

/**
 * Something that goes wrong under an adapter.
 *
 * @param name what it is
 * @param thrown what the JDK throws then
 * @param cause what it has to be taken for
 */
public record Fault(String name, Throwable thrown, FailureCause cause) {
  @Override
  public String toString() {
    return name;
  }
}
