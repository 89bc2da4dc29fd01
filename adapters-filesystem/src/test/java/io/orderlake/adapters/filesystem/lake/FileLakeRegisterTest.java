package io.orderlake.adapters.filesystem.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.LakeRegisterContract;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLakeRegisterTest extends LakeRegisterContract {
  @TempDir Path folder;

  @Override
  protected LakeRegister open() {
    return new FileLakeRegister(lake());
  }

  private Path lake() {
    return folder.resolve("of").resolve("lakes");
  }

  private Path file() {
    return lake().resolve("lake.json");
  }

  @Test
  void nothing_is_left_beside_the_file() {
    open().enter(BERLIN);
    open().enter(BERLIN);
    assertThat(lake().toFile().list()).containsExactly("lake.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin|Europe/Dublin|checksum",
        "Europe/Berlin|Europe/Berlinn|not a zone",
        "EUR|eur|capital letters",
        "reporting_zone|zone|reporting_zone",
        "{|[|not JSON",
        "\"former\" : [ ]|\"former\" : 3|list of objects",
      })
  void what_is_damaged_is_named_with_what_to_do(String was, String is, String expected)
      throws IOException {
    open().enter(BERLIN);
    String text = Files.readString(file());
    assertThat(text).contains(was);
    Files.writeString(file(), text.replace(was, is));

    assertThatThrownBy(() -> open().read())
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContainingAll(file().toString(), expected, "backup");
  }

  @Test
  void an_empty_file_is_damage() throws IOException {
    open().enter(BERLIN);
    Files.write(file(), new byte[0]);
    assertThatThrownBy(() -> open().read()).hasMessageContainingAll("empty", "backup");
  }

  @Test
  void a_newer_program_s_properties_are_left_to_it() throws IOException {
    open().enter(BERLIN);
    Files.writeString(file(), "{\"format\":2,\"what\":\"nobody knows yet\"}");
    assertThatThrownBy(() -> open().read())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll("format 2", "newer Orderlake");
  }
}
