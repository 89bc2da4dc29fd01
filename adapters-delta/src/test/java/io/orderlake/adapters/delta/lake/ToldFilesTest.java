package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.utils.FileStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldFilesTest {
  @ParameterizedTest
  @CsvSource({
    "s3a://b/lake/silver/orders/_delta_log/1.json, orderlake-s3a://b/lake/silver/orders/_delta_log/1.json/_told/9-7",
    "gs://b/gold/x/part-1.parquet, orderlake-gs://b/gold/x/part-1.parquet/_told/9-0",
    "file:/lake/silver/orders/_delta_log/1.json, file:/lake/silver/orders/_delta_log/1.json",
    "/lake/part-1.parquet, /lake/part-1.parquet"
  })
  void files_of_a_store_are_read_by_a_name_that_says_their_length(String file, String name) {
    FileStatus told = ToldFiles.told(FileStatus.of(file, 9, 7));

    assertThat(told.getPath()).isEqualTo(name);
    assertThat(told.getSize()).isEqualTo(9);
  }

  @Test
  void one_of_which_nothing_is_known_is_asked_for() {
    FileStatus unknown = FileStatus.of("s3a://b/orders/_delta_log/_last_checkpoint", 0, 0);

    assertThat(ToldFiles.told(unknown)).isSameAs(unknown);
  }

  @Test
  void people_are_told_of_files_by_the_names_that_they_know() {
    assertThat(
            ToldFiles.plain(
                "Error reading JSON file: orderlake-s3a://b/a b/1.json/_told/9-7 and"
                    + " orderlake-gs://c/2.json/_told/1-0"))
        .isEqualTo("Error reading JSON file: s3a://b/a b/1.json and gs://c/2.json");
  }
}
