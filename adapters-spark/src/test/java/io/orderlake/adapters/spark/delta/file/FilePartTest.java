package io.orderlake.adapters.spark.delta.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilePartTest {
  @Test
  void what_travels_to_tasks_is_all_of_a_file_but_its_statistics() {
    WrittenFile file = new WrittenFile("day=d1/a.parquet", "d1", 10, 2, "{\"numRecords\":2}");
    WrittenFile other = new WrittenFile("day=d2/b.parquet", "d2", 20, 3, null);

    assertThat(FilePart.of(List.of(file, other)))
        .containsExactly(
            new FilePart(0, new WrittenFile("day=d1/a.parquet", "d1", 10, 2, null)),
            new FilePart(1, other));
  }

  @Test
  void rows_that_nobody_counted_are_not_counted_for_a_task_either() {
    WrittenFile uncounted =
        new WrittenFile("foreign.parquet", "d1", 10, WrittenFile.UNCOUNTED, null);

    FilePart part = FilePart.of(List.of(uncounted)).get(0);

    assertThatThrownBy(() -> part.file().records())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("foreign.parquet");
  }
}
