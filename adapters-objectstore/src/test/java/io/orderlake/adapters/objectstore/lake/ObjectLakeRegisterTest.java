package io.orderlake.adapters.objectstore.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.LakeRegisterContract;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeRegister;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectLakeRegisterTest extends LakeRegisterContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected LakeRegister open() {
    return new ObjectLakeRegister(S3.place());
  }

  @Test
  void what_is_damaged_is_named_with_its_place_and_what_to_do() {
    open().enter(BERLIN);
    String text = new String(S3.place().get("lake.json").get(), UTF_8);
    assertThat(text).contains("Europe/Berlin");
    S3.place().put("lake.json", text.replace("Europe/Berlin", "Europe/Dublin").getBytes(UTF_8));

    assertThatThrownBy(() -> open().read())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll(S3.place().shown("lake.json"), "s3a://orders-", "backup");
  }

  @Test
  void a_newer_program_s_properties_are_left_to_it() {
    S3.place().put("lake.json", "{\"format\":2,\"what\":\"nobody knows yet\"}".getBytes(UTF_8));

    assertThatThrownBy(() -> open().read())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll("format 2", "newer Orderlake");
  }
}
