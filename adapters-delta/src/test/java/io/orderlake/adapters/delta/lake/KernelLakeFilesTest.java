package io.orderlake.adapters.delta.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.application.contract.LakeFilesContract;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.TableId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLakeFilesTest extends LakeFilesContract {
  private static final StructType SCHEMA =
      new StructType().add("name", StringType.STRING).add("day", StringType.STRING);

  @TempDir private Path root;

  @Override
  protected LakeFiles files() {
    return new KernelLakeFiles(KernelLake.at(root));
  }

  @Override
  protected long addFile(TableId table, String partition) {
    return writer(table)
        .commit(
            Set.of(),
            Map.of(Literal.ofString(partition), List.of(Map.of(0, "a", 1, partition))),
            Map.of());
  }

  @Override
  protected long removeFiles(TableId table, String partition) {
    return writer(table).commit(Set.of(partition), Map.of(), Map.of());
  }

  private DeltaTableWriter writer(TableId table) {
    return new DeltaTableWriter(root.resolve(table.path()), SCHEMA, "day");
  }

  @Test
  void addresses_are_paths_that_can_be_opened() {
    long version = addFile(TableId.BRONZE_ORDERS, "monday");

    assertThat(files().files(TableId.BRONZE_ORDERS, version))
        .hasSize(1)
        .allSatisfy(file -> assertThat(Files.exists(Path.of(file.address()))).isTrue());
  }
}
