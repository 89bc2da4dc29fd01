package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeVersionsContract;
import io.orderlake.domain.lake.LakeVersions;

class InMemoryLakeVersionsTest extends LakeVersionsContract {
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();

  @Override
  protected LakeVersions open() {
    return versions;
  }
}
