package io.orderlake.bootstrap.up;

import io.orderlake.adapters.postgres.cluster.ClusterFailure;
import io.orderlake.adapters.postgres.cluster.LocalCluster;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.ServedPlace;
import io.orderlake.bootstrap.wiring.Unavailable;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of the lake's own that {@code up --serve} runs; one that ends is started again.
 */
public final class OwnPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
  private static final String PART = "PostgreSQL";

  private final Path directory;
  private final int port;
  private LocalCluster cluster;

  private OwnPostgres(Path directory, int port) {
    this.directory = directory;
    this.port = port;
    this.cluster = started();
  }

  /**
   * Starts it; it takes a second, the first time some more.
   *
   * @throws Unavailable when it cannot be had
   */
  public static OwnPostgres start(LakehouseConfig config) {
    try {
      return new OwnPostgres(ServedPlace.ownIn(config), config.serve().port());
    } catch (ClusterFailure e) {
      LOG.error("no PostgreSQL", e);
      throw new Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private LocalCluster started() {
    return LocalCluster.start(
        directory, port, System.getenv(), System.getProperty("user.name", ""));
  }

  /** Starts it again where it has ended; told once, and tried again at the next call. */
  public void keepRunning(Troubles troubles) {
    if (cluster.isRunning()) {
      return;
    }
    try {
      cluster.close();
      cluster = started();
      LOG.warn("PostgreSQL had ended and was started again");
      troubles.over(PART, "PostgreSQL runs again");
    } catch (ClusterFailure e) {
      LOG.warn("PostgreSQL does not start again", e);
      String why = String.valueOf(e.getMessage());
      troubles.met(PART, why, "PostgreSQL has ended, all else goes on: " + why);
    }
  }

  /** Where it is, and where its password stands, for people. */
  public String invitation() {
    return "%s as user %s, whose password is in %s"
        .formatted(cluster.address(), LocalCluster.USER, cluster.passwordFile());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
