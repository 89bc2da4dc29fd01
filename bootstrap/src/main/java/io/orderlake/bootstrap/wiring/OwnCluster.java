package io.orderlake.bootstrap.wiring;

import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The cluster whose data {@code up} keeps in the lake's directory, told by its id, which no other
 * cluster has whatever its address.
 *
 * @param properties the file in which Kafka itself keeps the id beside its data
 */
record OwnCluster(Path properties) {

  static OwnCluster of(LakehouseConfig config) {
    return new OwnCluster(
        config.data().resolve("kafka").resolve("data").resolve("meta.properties"));
  }

  boolean is(String clusterId) {
    try (Reader in = Files.newBufferedReader(properties)) {
      Properties kept = new Properties();
      kept.load(in);
      return clusterId.equals(kept.getProperty("cluster.id"));
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the broker's cluster id from " + properties, e);
    }
  }
}
