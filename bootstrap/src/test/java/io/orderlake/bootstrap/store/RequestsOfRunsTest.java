package io.orderlake.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.adapters.objectstore.server.StoreServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What runs cost on a store: requests, as they go over the wire. */
class RequestsOfRunsTest {
  private static final int BATCH = 10;
  private static final int SILVER = 45;
  private static final int GOLD = 35;

  @TempDir static Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir.resolve("s3"));

  @RegisterExtension
  static final SharedGcsServer GCS = new SharedGcsServer(() -> dir.resolve("gcs"));

  @Test
  void a_run_makes_few_requests_however_long_the_lake_goes_on() throws Exception {
    makesFewRequests(S3.server());
  }

  @Test
  void so_does_one_on_googles_store() throws Exception {
    makesFewRequests(GCS.server());
  }

  private static void makesFewRequests(StoreServer server) throws Exception {
    Path here = dir.resolve(server.getClass().getSimpleName());
    try (FaultProxy proxy = FaultProxy.before(server.endpoint());
        StoredLake lake =
            StoredLake.open(server.settingsThrough(proxy.endpoint()), server.root("lake"), here)) {
      lake.store(1_000);
      lake.silver();
      lake.gold();
      for (int round = 0; round < 3; round++) {
        proxy.counted();
        lake.store(1_000);
        assertThat(requests(proxy)).as("a batch into Bronze").isBetween(1, BATCH);
        lake.silver();
        assertThat(requests(proxy)).as("Silver").isBetween(1, SILVER);
        lake.gold();
        assertThat(requests(proxy)).as("Gold").isBetween(1, GOLD);
      }
      assertThat(lake.audit().isIntact()).isTrue();
    }
  }

  private static int requests(FaultProxy proxy) {
    return proxy.counted().values().stream().mapToInt(Integer::intValue).sum();
  }
}
