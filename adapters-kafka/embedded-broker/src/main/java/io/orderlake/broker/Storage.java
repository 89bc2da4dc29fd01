package io.orderlake.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** The node's data directory. */
final class Storage {
  private Storage() {}

  /** Makes the directory a Kafka data directory unless it is one; returns its cluster id. */
  static String formatIfNeeded(Path dir) throws Exception {
    Files.createDirectories(dir);
    String known = clusterId(dir);
    if (known != null) {
      return known;
    }
    String fresh = Uuid.randomUuid().toString();
    new Formatter()
        .setPrintStream(System.err)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setNodeId(BrokerSettings.NODE_ID)
        .setClusterId(fresh)
        .addDirectory(dir.toString())
        .setMetadataLogDirectory(dir.toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setHasDynamicQuorum(false)
        .setIgnoreFormatted(true)
        .run();
    return fresh;
  }

  private static @Nullable String clusterId(Path dir) throws IOException {
    MetaPropertiesEnsemble found =
        new MetaPropertiesEnsemble.Loader()
            .addLogDirs(List.of(dir.toString()))
            .addMetadataLogDir(dir.toString())
            .load();
    return found.clusterId().orElse(null);
  }
}
