package io.orderlake.adapters.objectstore.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.ObjectStoreContract;
import io.orderlake.adapters.objectstore.admission.StoreRace;
import io.orderlake.adapters.objectstore.server.GcsServer;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class GcsObjectsTest extends ObjectStoreContract {
  @TempDir static Path dir;

  @RegisterExtension static final SharedGcsServer GCS = new SharedGcsServer(() -> dir);

  @Override
  protected URI server() {
    return GCS.server().endpoint();
  }

  @Override
  protected FileSystem open(URI through) {
    return GCS.server().open(GcsServer.settings(through));
  }

  @Override
  protected ObjectStore storeOf(FileSystem opened) throws IOException {
    return new GcsObjects((GoogleHadoopFileSystem) opened);
  }

  @Test
  void the_store_is_admitted() throws IOException {
    try (GoogleHadoopFileSystem files = GCS.server().open(GCS.server().settings())) {
      assertThat(new StoreRace(new GcsObjects(files), "race/").run()).isEmpty();
    }
  }

  /** Objects that are put beside Hadoop's files would be written without it. */
  @Test
  void a_key_that_each_request_has_to_bring_is_refused() throws IOException {
    Map<String, String> settings = new HashMap<>(GCS.server().settings());
    settings.put("fs.gs.encryption.algorithm", "AES256");
    settings.put("fs.gs.encryption.key", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=");
    settings.put("fs.gs.encryption.key.hash", "aGFzaA==");
    try (GoogleHadoopFileSystem files = GCS.server().open(settings)) {
      assertThatThrownBy(() -> new GcsObjects(files))
          .hasMessageContaining("fs.gs.encryption.key is set")
          .hasMessageNotContaining("c2Vj");
    }
  }
}
