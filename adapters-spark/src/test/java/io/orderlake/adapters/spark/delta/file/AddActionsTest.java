package io.orderlake.adapters.spark.delta.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.AddFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddActionsTest {
  private static final String STATISTICS =
      "{\"numRecords\":2,\"minValues\":{\"n\":3,\"t\":\"x\"},\"maxValues\":{\"n\":7}}";

  private final AddActions own = new AddActions("day", "/lake/silver/x", "/lake/silver/x");
  private final AddActions beside =
      new AddActions("day", "/lake/rebuild/silver/x", "/lake/silver/x");

  @Test
  void a_file_among_its_own_is_named_below_the_root() {
    DataFile file = file("day=d1/part-1.parquet", STATISTICS);

    assertThat(own.added(file, 0, true).path()).isEqualTo("day=d1/part-1.parquet");
    assertThat(own.file(own.added(file, 0, true))).isEqualTo(file);
    assertThat(file.under("/lake/silver/x"))
        .isEqualTo(new Path("/lake/silver/x/day=d1/part-1.parquet"));
  }

  @Test
  void a_file_apart_from_its_log_is_named_whole_there_and_is_the_same_file() {
    DataFile file = file("day=d1/part-1.parquet", STATISTICS);
    AddFile action = beside.added(file, 0, true);

    assertThat(action.path()).isEqualTo("/lake/silver/x/day=d1/part-1.parquet");
    assertThat(beside.file(action)).isEqualTo(file);
  }

  @Test
  void a_path_that_another_client_encoded_is_found() {
    DataFile file = file("day=a%20b/part%2B1.parquet", STATISTICS);

    assertThat(file.under("/lake/x")).isEqualTo(new Path("/lake/x/day=a b/part+1.parquet"));
  }

  @Test
  void bounds_are_those_of_whole_numbers_that_the_statistics_name() {
    DataFile file = file("a", STATISTICS);

    assertThat(file.least("n")).hasValue(3);
    assertThat(file.greatest("n")).hasValue(7);
    assertThat(file.least("t")).isEmpty();
    assertThat(file.greatest("t")).isEmpty();
    assertThat(file("a", null).least("n")).isEmpty();
  }

  @Test
  void rows_that_nobody_counted_are_said_to_be_so_when_they_are_asked_for() {
    for (@Nullable String statistics : new @Nullable String[] {null, "", "{}"}) {
      DataFile file = own.file(own.added(file("foreign.parquet", statistics), 0, true));

      assertThat(file.statistics()).isNull();
      assertThatThrownBy(file::records)
          .isInstanceOfSatisfying(
              LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
          .hasMessageContaining("foreign.parquet");
    }
  }

  private static DataFile file(String path, @Nullable String statistics) {
    return new DataFile(path, "d1", 10, 2, statistics);
  }
}
