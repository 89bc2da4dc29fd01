package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.nio.file.Path;

/** A process that wants the leader lock, says what it gets, and keeps it until it is killed. */
final class LockTakingProcess {
  private LockTakingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    LeaderLock leaderLock = new FileLeaderLock(RunDirectories.under(Path.of(args[0])));
    Option<LeaderLock.Held> held = leaderLock.tryTake(0);
    if (held.isEmpty()) {
      System.out.println("standby");
    }
    while (held.isEmpty()) {
      Thread.sleep(20);
      held = leaderLock.tryTake(0);
    }
    System.out.println("epoch " + held.get().epoch());
    Thread.sleep(Long.MAX_VALUE);
  }
}
