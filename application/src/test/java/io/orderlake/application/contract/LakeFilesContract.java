package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.LakeFiles.StoredFile;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;

/** What every {@link LakeFiles} promises. */
public abstract class LakeFilesContract {
  private static final TableId TABLE = TableId.BRONZE_ORDERS;

  protected abstract LakeFiles files();

  /**
   * Adds one file to a table, in one commit.
   *
   * @param partition the value of the partition column
   * @return the table's version then
   */
  protected abstract long addFile(TableId table, String partition);

  /** Takes the files of a partition out, in one commit; they stay where they are. */
  protected abstract long removeFiles(TableId table, String partition);

  @Test
  protected void the_files_of_a_version_are_named_and_no_others() {
    long first = addFile(TABLE, "monday");
    long second = addFile(TABLE, "a tuesday");
    Seq<StoredFile> both = files().files(TABLE, second);
    long third = removeFiles(TABLE, "monday");

    assertThat(files().files(TABLE, first)).hasSize(1);
    assertThat(both).hasSize(2).allSatisfy(file -> assertThat(file.bytes()).isPositive());
    assertThat(files().files(TABLE, second)).containsExactlyInAnyOrderElementsOf(both);
    assertThat(files().files(TABLE, third))
        .hasSize(1)
        .allSatisfy(file -> assertThat(both).contains(file));
  }

  @Test
  protected void of_a_table_that_is_not_there_none_are_named() {
    addFile(TABLE, "monday");

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> files().files(TableId.SILVER_ORDERS, 0))
        .withMessageContaining("silver/orders");
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> files().files(TABLE, 73))
        .withMessageContaining("bronze/orders");
  }
}
