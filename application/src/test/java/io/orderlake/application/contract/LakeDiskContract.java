package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.lake.LakeDisk.Room;
import io.orderlake.domain.lake.LakeFailure;
import org.junit.jupiter.api.Test;

/** What everybody keeps who tells the room for a lake. */
public abstract class LakeDiskContract {
  protected abstract LakeDisk open();

  /** The disk of a lake that is not there. */
  protected abstract LakeDisk ofNothing();

  @Test
  void no_more_is_free_than_there_is() {
    Room room = open().now();

    assertThat(room.size()).isPositive();
    assertThat(room.free()).isBetween(0L, room.size());
  }

  @Test
  void a_disk_that_cannot_be_asked_is_no_empty_one() {
    assertThatThrownBy(() -> ofNothing().now()).isInstanceOf(LakeFailure.class);
  }
}
