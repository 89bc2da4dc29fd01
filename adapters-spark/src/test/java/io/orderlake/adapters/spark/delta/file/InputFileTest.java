package io.orderlake.adapters.spark.delta.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputFileTest {
  @Test
  void what_travels_to_tasks_is_all_of_a_file_but_its_statistics() {
    DataFile file = new DataFile("day=d1/a.parquet", "d1", 10, 2, "{\"numRecords\":2}");
    DataFile other = new DataFile("day=d2/b.parquet", "d2", 20, 3, null);

    assertThat(InputFile.of(List.of(file, other)))
        .containsExactly(
            new InputFile(0, new DataFile("day=d1/a.parquet", "d1", 10, 2, null)),
            new InputFile(1, other));
  }

  @Test
  void rows_that_nobody_counted_are_not_counted_for_a_task_either() {
    DataFile uncounted = new DataFile("foreign.parquet", "d1", 10, DataFile.UNCOUNTED, null);

    InputFile input = InputFile.of(List.of(uncounted)).get(0);

    assertThatThrownBy(() -> input.file().records())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("foreign.parquet");
  }
}
