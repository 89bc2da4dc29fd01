package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import io.orderlake.domain.lake.TableSizes.Size;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

/** What everybody keeps who tells what tables take. */
public abstract class TableSizesContract {
  private static final TableId TABLE = TableId.BRONZE_ORDERS;

  /** The same lake, without tables at first, at every call within one test. */
  protected abstract TableSizes open();

  /**
   * Adds one file to a table, in one commit.
   *
   * @return its bytes
   */
  protected abstract long addFile(TableId table);

  /** Takes all files out of a table, in one commit; they stay where they are. */
  protected abstract void removeFiles(TableId table);

  @Test
  void a_table_that_is_not_there_has_no_size() {
    assertThat(open().now(TABLE)).isEmpty();
  }

  @Test
  void the_files_of_the_newest_version_are_counted_and_no_others() {
    TableSizes sizes = open();
    long first = addFile(TABLE);
    assertThat(sizes.now(TABLE)).containsExactly(Size.of(0, List.of(first)));

    long second = addFile(TABLE);
    assertThat(sizes.now(TABLE)).containsExactly(new Size(1, 2, first + second, 2));
    assertThat(open().now(TABLE)).isEqualTo(sizes.now(TABLE));

    removeFiles(TABLE);
    assertThat(sizes.now(TABLE)).containsExactly(new Size(2, 0, 0, 0));
    assertThat(sizes.now(TableId.SILVER_ORDERS)).isEmpty();
  }
}
