package io.orderlake.benchmarks.freshness;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.up.Worker;
import io.vavr.collection.List;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks PostgreSQL a hundred times a second which lake version it serves. */
final class ServedWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 10;
  private static final String NEWEST = "select max(lake_version) from lake.versions";

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final TreeMap<Long, Instant> seen = new TreeMap<>();
  private final Connection connection;
  private final Worker worker;

  /** Watches until it is closed. */
  ServedWatch(PostgresAddress address) throws SQLException {
    this.connection = address.open();
    this.worker = Worker.start("served-watch", this::keep, stopped::countDown);
  }

  private void keep() {
    try (PreparedStatement newest = connection.prepareStatement(NEWEST)) {
      while (!stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        try (ResultSet row = newest.executeQuery()) {
          saw(row.next() ? row.getLong(1) : 0, Instant.now());
        }
      }
    } catch (SQLException e) {
      throw new BenchFailure("asking PostgreSQL", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void saw(long version, Instant at) {
    seen.putIfAbsent(version, at);
  }

  /** The newest lake version that was seen there; 0 for none. */
  synchronized long newest() {
    worker.throwIfBroken();
    return seen.isEmpty() ? 0 : seen.lastKey();
  }

  /** Those publications with the times at which their rows were there to be read. */
  synchronized List<Publication> served(List<Publication> published) {
    return published.map(
        publication -> {
          Map.Entry<Long, Instant> first = seen.ceilingEntry(publication.version());
          if (first == null) {
            throw new BenchFailure("lake version " + publication.version() + " was never served");
          }
          return new Publication(publication.version(), first.getValue(), publication.counted());
        });
  }

  @Override
  public void close() throws Exception {
    worker.close();
    connection.close();
  }
}
