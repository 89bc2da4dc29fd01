package io.orderlake.application.twin;

import io.orderlake.application.contract.LeaderLockContract;
import io.orderlake.domain.run.LeaderLock;

class InMemoryLeaderLockTest extends LeaderLockContract {
  private final InMemoryLeaderLock leaderLock = new InMemoryLeaderLock();

  @Override
  protected LeaderLock open() {
    return leaderLock;
  }
}
