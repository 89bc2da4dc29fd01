package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeFilesContract;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.TableId;

class InMemoryLakeFilesTest extends LakeFilesContract {
  private final InMemoryLakeFiles files = new InMemoryLakeFiles();

  @Override
  protected LakeFiles files() {
    return files;
  }

  @Override
  protected long addFile(TableId table, String partition) {
    return files.add(table, partition);
  }

  @Override
  protected long removeFiles(TableId table, String partition) {
    return files.remove(table, partition);
  }
}
