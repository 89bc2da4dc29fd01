package io.orderlake.adapters.delta.gold;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.application.contract.GoldPartitionsContract;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class KernelGoldPartitionsTest extends GoldPartitionsContract {
  @TempDir private Path root;

  @Override
  protected GoldPartitions partitions() {
    return new KernelGoldPartitions(KernelLake.at(root));
  }

  @Override
  protected long commit(GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    return KernelGoldViewTest.commit(root, projection, replaced, added);
  }
}
