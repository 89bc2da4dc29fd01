package io.orderlake.adapters.filesystem.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.TroubleLogContract;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleLogTest extends TroubleLogContract {
  @TempDir Path folder;

  @Override
  protected TroubleLog open() {
    return new FileTroubleLog(folder.resolve("alerts"));
  }

  @Test
  void a_damaged_file_is_named_and_may_be_deleted() throws IOException {
    open().tryTake().get().close();
    Path file = Files.writeString(folder.resolve("alerts/told.json"), "{\"troubles\":[{");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> open().tryTake())
          .isInstanceOf(LakeFailure.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("delete it");
    }

    Files.delete(file);
    try (TroubleLog.Held held = open().tryTake().get()) {
      assertThat(held.entries()).isEmpty();
    }
  }

  @Test
  void an_alert_of_another_version_is_left_out() throws IOException {
    open().tryTake().get().close();
    Files.writeString(
        folder.resolve("alerts/told.json"),
        "{\"troubles\":[{\"alert\":\"OrderlakeOfTomorrow\",\"where\":{},\"what\":\"x\","
            + "\"since\":\"2026-11-22T10:00:00Z\",\"until\":null,\"told\":true}]}");

    try (TroubleLog.Held held = open().tryTake().get()) {
      assertThat(held.entries()).isEmpty();
    }
  }
}
