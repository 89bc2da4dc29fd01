package io.orderlake.application.twin;

import io.orderlake.application.contract.TableSizesContract;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import io.vavr.collection.List;

class InMemoryTableSizesTest extends TableSizesContract {
  private final InMemoryTableSizes sizes = new InMemoryTableSizes();

  @Override
  protected TableSizes open() {
    return sizes;
  }

  @Override
  protected long addFile(TableId table) {
    sizes.add(table, 1_000);
    return 1_000;
  }

  @Override
  protected void removeFiles(TableId table) {
    sizes.commit(table, List.empty());
  }
}
