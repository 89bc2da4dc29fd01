package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.RunnerSeatContract;
import io.orderlake.domain.run.RunnerSeat;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunnerSeatTest extends RunnerSeatContract {
  @TempDir Path data;

  @Override
  protected RunnerSeat open() {
    return new FileRunnerSeat(RunDirectories.under(data));
  }

  @Test
  void a_seat_held_by_another_process_is_free_once_that_process_is_killed() throws Exception {
    try (ChildProcess other = ChildProcess.of(SeatTakingProcess.class, data)) {
      assertThat(other.line()).isEqualTo("epoch 1");
      for (int i = 0; i < 3; i++) {
        assertThat(open().tryTake(0)).isEmpty();
      }
      other.kill();

      Option<RunnerSeat.Held> held = open().tryTake(0);
      assertThat(held.map(RunnerSeat.Held::epoch)).containsExactly(2L);
      held.get().close();
    }
  }

  @Test
  void asking_in_this_process_does_not_let_another_process_in() throws Exception {
    try (RunnerSeat.Held held = open().tryTake(0).get()) {
      assertThat(open().tryTake(0)).isEmpty();
      try (ChildProcess other = ChildProcess.of(SeatTakingProcess.class, data)) {
        assertThat(other.line()).isEqualTo("standby");
        held.close();
        assertThat(other.line()).isEqualTo("epoch 2");
      }
    }
  }

  @Test
  void a_damaged_epoch_is_named_and_the_seat_stays_free() throws IOException {
    open().tryTake(0).get().close();
    Path epoch = data.resolve("triggers/epoch.json");
    Files.writeString(epoch, "{\"epoch\":");

    assertThatThrownBy(() -> open().tryTake(0)).hasMessageContaining(epoch.toString());

    Files.delete(epoch);
    try (RunnerSeat.Held held = open().tryTake(4).get()) {
      assertThat(held.epoch()).isEqualTo(5);
    }
  }
}
