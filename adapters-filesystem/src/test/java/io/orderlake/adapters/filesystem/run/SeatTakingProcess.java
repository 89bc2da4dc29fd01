package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.run.RunnerSeat;
import io.vavr.control.Option;
import java.nio.file.Path;

/** A process that wants the seat, says what it gets, and keeps it until it is killed. */
final class SeatTakingProcess {
  private SeatTakingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    RunnerSeat seat = new FileRunnerSeat(RunDirectories.under(Path.of(args[0])));
    Option<RunnerSeat.Held> held = seat.tryTake(0);
    if (held.isEmpty()) {
      System.out.println("standby");
    }
    while (held.isEmpty()) {
      Thread.sleep(20);
      held = seat.tryTake(0);
    }
    System.out.println("epoch " + held.get().epoch());
    Thread.sleep(Long.MAX_VALUE);
  }
}
