package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.LeaderLockContract;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLeaderLockTest extends LeaderLockContract {
  @TempDir Path data;

  @Override
  protected LeaderLock open() {
    return new FileLeaderLock(RunDirectories.under(data));
  }

  @Test
  void a_seat_held_by_another_process_is_free_once_that_process_is_killed() throws Exception {
    try (ChildProcess other = ChildProcess.of(LockTakingProcess.class, data)) {
      assertThat(other.line()).isEqualTo("epoch 1");
      for (int i = 0; i < 3; i++) {
        assertThat(open().tryTake(0)).isEmpty();
      }
      other.kill();

      Option<LeaderLock.Held> held = open().tryTake(0);
      assertThat(held.map(LeaderLock.Held::epoch)).containsExactly(2L);
      held.get().close();
    }
  }

  @Test
  void asking_in_this_process_does_not_let_another_process_in() throws Exception {
    try (LeaderLock.Held held = open().tryTake(0).get()) {
      assertThat(open().tryTake(0)).isEmpty();
      try (ChildProcess other = ChildProcess.of(LockTakingProcess.class, data)) {
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
    try (LeaderLock.Held held = open().tryTake(4).get()) {
      assertThat(held.epoch()).isEqualTo(5);
    }
  }
}
