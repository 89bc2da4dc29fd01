package io.orderlake.adapters.spark.delta.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTasksTest {
  @ParameterizedTest
  @CsvSource({
    "49999, 2, true, 1",
    "100000, 4, true, 2",
    "1000000, 2, true, 2",
    "1000000, 2, false, 4",
    "1000000, 16, false, 16",
    "100000, 2, false, 2",
    "0, 2, false, 1"
  })
  void a_cluster_of_which_few_cores_have_come_gets_tasks_for_those_to_come(
      long records, long cores, boolean isLocal, int tasks) {
    assertThat(FileTasks.worth(records, 50_000, cores, isLocal)).isEqualTo(tasks);
  }
}
