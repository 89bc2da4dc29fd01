package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.adapters.postgres.cluster.LocalCluster;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Where a lake's Gold is served: in the database that is configured, or in the PostgreSQL that
 * {@code up --serve} has made for the lake.
 *
 * @param address none where neither is
 */
public record ServedPlace(Option<PostgresAddress> address) {
  public static ServedPlace of(LakehouseConfig config) {
    return new ServedPlace(
        config
            .serve()
            .postgres()
            .orElse(() -> LocalCluster.known(ownIn(config), config.serve().port())));
  }

  /** The directory of the lake's own PostgreSQL, whether it is there or not. */
  public static Path ownIn(LakehouseConfig config) {
    return config.work().resolve("serve");
  }

  /** Whether there is one. */
  public boolean isThere() {
    return address.isDefined();
  }

  /**
   * The address.
   *
   * @throws Unavailable where there is none
   */
  public PostgresAddress require() {
    return address.getOrElseThrow(
        () ->
            new Unavailable(
                "Gold is served nowhere: name a database with serve.postgres.url, or have one run"
                    + " with `orderlake up --serve` (docs/bi.md)"));
  }
}
