package io.orderlake.adapters.delta.lake;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.LakeTables;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The lake's Delta tables under one root, on any Hadoop file system; opening it reads nothing. */
public final class KernelLake {
  /** How many rows Kernel makes at a time; values may be megabytes each. */
  private static final String ROWS_AT_ONCE = "delta.kernel.default.parquet.reader.batch-size";

  /** By name: it belongs to those who know stores. */
  private static final String OBJECT_LOG_STORE =
      "io.orderlake.adapters.objectstore.log.ObjectLogStore";

  private final String root;
  private final Configuration configuration;
  private final NamingEngine engine;

  /**
   * The lake under that root.
   *
   * @param root a path or URI that Hadoop understands, e.g. {@code s3a://bucket/lake}
   * @param configuration what the root's file system needs
   */
  public KernelLake(String root, Configuration configuration) {
    // The kernel names the log's files by the default locale's digits.
    Locale.setDefault(Locale.US);
    UnnamedUser.logIn();
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    this.configuration = new Configuration(configuration);
    this.configuration.setIfUnset(ROWS_AT_ONCE, "128");
    this.configuration.set("io.delta.kernel.logStore.s3a.impl", OBJECT_LOG_STORE);
    this.configuration.set("io.delta.kernel.logStore.gs.impl", OBJECT_LOG_STORE);
    ToldFiles.know(this.configuration);
    this.engine = new NamingEngine(DefaultEngine.create(this.configuration));
  }

  /**
   * The lake in that local directory, which need not exist yet. Not by its URI, whose escapes
   * Hadoop takes literally.
   */
  public static KernelLake at(java.nio.file.Path directory) {
    return at("file:" + directory.toAbsolutePath(), HashMap.empty());
  }

  /**
   * The lake under that root.
   *
   * @param root a path or URI that Hadoop understands
   * @param settings what Hadoop is told, by its names
   */
  public static KernelLake at(String root, Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach((name, value) -> configuration.set(name, value));
    return new KernelLake(root, configuration);
  }

  /**
   * The Gold tables that there are, be they declared or not; by name.
   *
   * @throws LakeFailure when the store cannot be looked into
   */
  public Seq<TableId> storedGold() {
    Path gold = new Path(root + "/gold");
    return Failures.attempt(
        "looking into " + gold,
        () -> {
          FileSystem files = gold.getFileSystem(configuration);
          List<TableId> tables = List.empty();
          for (FileStatus each : children(files, gold)) {
            if (each.isDirectory() && files.exists(new Path(each.getPath(), "_delta_log"))) {
              tables = tables.append(TableId.gold(each.getPath().getName()));
            }
          }
          return tables.sorted();
        });
  }

  private static FileStatus[] children(FileSystem files, Path directory) throws IOException {
    try {
      return files.listStatus(directory);
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }

  /** The rows of one table. */
  public KernelTable table(TableId id) {
    return new KernelTable(engine, configuration, pathOf(id), LakeTables.layout(id));
  }

  /** The commits of one table; keeps what it has read, so keep it. */
  public CommittedPositions positions(TableId id) {
    return new CommittedPositions(log(id));
  }

  /** The commits of one table as they were; keeps what it has read, so keep it. */
  public PastPositions pastPositions(TableId id) {
    return new PastPositions(log(id));
  }

  private PositionLog log(TableId id) {
    return new PositionLog(engine, configuration, pathOf(id), LakeTables.layout(id));
  }

  private String pathOf(TableId id) {
    return root + "/" + id.path();
  }
}
