package io.orderlake.adapters.spark.vacuum;

import io.orderlake.domain.lake.TableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Vacuum, and the files that it finds and leaves. */
public final class VacuumLab {
  private final SparkSession spark;
  private final String root;

  public VacuumLab(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public SparkTableVacuum port() {
    return new SparkTableVacuum(spark, root);
  }

  /** A copy of a data file, under a name that no commit has. */
  public void leaveBehind(TableId id) {
    Path file = dataFiles(id).get(0);
    try {
      Files.copy(file, file.resolveSibling("part-" + UUID.randomUUID() + ".zstd.parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All data files there are, live or not. */
  public List<Path> dataFiles(TableId id) {
    return entries(table(id)).stream()
        .filter(file -> file.toString().endsWith(".parquet"))
        .filter(file -> !file.toString().contains("_delta_log"))
        .toList();
  }

  /** Everything below a directory, but what is in the log's. */
  static List<Path> entries(Path directory) {
    try (Stream<Path> found = Files.walk(directory)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path table(TableId id) {
    return Path.of(URI.create(root)).resolve(id.path());
  }
}
