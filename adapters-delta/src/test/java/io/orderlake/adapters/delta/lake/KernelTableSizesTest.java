package io.orderlake.adapters.delta.lake;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.application.contract.TableSizesContract;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class KernelTableSizesTest extends TableSizesContract {
  private static final StructType SCHEMA =
      new StructType().add("name", StringType.STRING).add("day", StringType.STRING);

  @TempDir private Path root;

  @Override
  protected TableSizes open() {
    return new KernelTableSizes(KernelLake.at(root));
  }

  @Override
  protected long addFile(TableId table) {
    long before = stored(table);
    writer(table)
        .commit(
            Set.of(),
            Map.of(Literal.ofString("monday"), List.of(Map.of(0, "a", 1, "monday"))),
            Map.of());
    return stored(table) - before;
  }

  @Override
  protected void removeFiles(TableId table) {
    writer(table).commit(Set.of("monday"), Map.of(), Map.of());
  }

  private DeltaTableWriter writer(TableId table) {
    return new DeltaTableWriter(root.resolve(table.path()), SCHEMA, "day");
  }

  private long stored(TableId table) {
    Path folder = root.resolve(table.path());
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet") && !file.toString().contains("_log"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
