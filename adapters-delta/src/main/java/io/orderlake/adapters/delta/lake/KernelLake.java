package io.orderlake.adapters.delta.lake;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.LakeTables;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/** The lake's Delta tables under one root, on any Hadoop file system; opening it reads nothing. */
public final class KernelLake {
  /** How many rows Kernel makes at a time; values may be megabytes each. */
  private static final String ROWS_AT_ONCE = "delta.kernel.default.parquet.reader.batch-size";

  private final String root;
  private final Configuration configuration;
  private final Engine engine;

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
    this.engine = new NamingEngine(DefaultEngine.create(this.configuration));
  }

  /**
   * The lake in that local directory, which need not exist yet. Not by its URI, whose escapes
   * Hadoop takes literally.
   */
  public static KernelLake at(Path directory) {
    return new KernelLake("file:" + directory.toAbsolutePath(), new Configuration());
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
