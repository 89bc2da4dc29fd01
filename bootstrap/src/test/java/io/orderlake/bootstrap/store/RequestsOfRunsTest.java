package io.orderlake.bootstrap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.adapters.objectstore.server.StoreServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What runs cost on a store: requests, as they go over the wire. */
class RequestsOfRunsTest {
  private static final int BATCH = 10;
  private static final int SILVER = 45;
  private static final int GOLD = 35;
  private static final int LATEST_VERSION = 2;

  /** For each a look into its log, and one for each of its five commits. */
  private static final int FIVE_TABLES = 5 * (1 + 5) + LATEST_VERSION;

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
      opensTablesByFewRequests(proxy, lake);
      opensOneOfManyCommitsByFewRequests(proxy, lake);
      assertThat(lake.audit().isIntact()).isTrue();
    }
  }

  /** As a process does that has just started: nothing of the tables was read in this one. */
  private static void opensTablesByFewRequests(FaultProxy proxy, StoredLake lake) {
    proxy.counted();
    List<String> files = lake.filesOfTables();
    assertThat(requests(proxy)).as("opening five tables").isBetween(5, FIVE_TABLES);
    assertThat(lake.filesOfTables()).isEqualTo(files);
    assertThat(requests(proxy)).as("opening them again").isBetween(5, 5 + LATEST_VERSION);
  }

  /** Of twelve commits more of Bronze the last two, and a checkpoint for the others. */
  private static void opensOneOfManyCommitsByFewRequests(FaultProxy proxy, StoredLake lake) {
    for (int batch = 0; batch < 8; batch++) {
      lake.store(10);
    }
    lake.silver();
    proxy.counted();
    assertThat(lake.filesOfTables()).isNotEmpty();
    assertThat(requests(proxy))
        .as("opening tables of which Bronze has got eight commits more")
        .isBetween(5, 5 + LATEST_VERSION + 1 + 2 + 2);
  }

  private static int requests(FaultProxy proxy) {
    return proxy.counted().values().stream().mapToInt(Integer::intValue).sum();
  }
}
