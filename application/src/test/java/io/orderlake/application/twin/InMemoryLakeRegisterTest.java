package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeRegisterContract;
import io.orderlake.domain.lake.LakeRegister;

class InMemoryLakeRegisterTest extends LakeRegisterContract {
  private final InMemoryLakeRegister register = new InMemoryLakeRegister();

  @Override
  protected LakeRegister open() {
    return register;
  }
}
