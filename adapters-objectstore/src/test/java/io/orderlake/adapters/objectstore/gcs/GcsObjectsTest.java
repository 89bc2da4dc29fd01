package io.orderlake.adapters.objectstore.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.ObjectStoreContract;
import io.orderlake.adapters.objectstore.admission.StoreRace;
import io.orderlake.adapters.objectstore.server.FaultProxy;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import io.orderlake.adapters.objectstore.server.GcsServer;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.stores.StoreSettings;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
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

  /** Google's store takes few puts of one object in a second. */
  @Test
  void a_put_that_came_too_soon_is_tried_again() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server());
        GoogleHadoopFileSystem files = GCS.server().open(GcsServer.settings(proxy.endpoint()))) {
      AtomicInteger refused = new AtomicInteger();
      proxy.treat(
          request ->
              request.isConditional() && refused.getAndIncrement() < 5
                  ? new Treatment.Answered(429, "TooManyRequests")
                  : new Treatment.Passed());
      ObjectStore store = new GcsObjects(files);
      assertThat(store.putNew("soon/a", new byte[1])).isTrue();
      assertThat(store.putNew("soon/a", new byte[2])).isFalse();
      assertThat(refused).hasValueGreaterThan(5);
    }
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
    assertThat(
            refusal(
                Map.of(
                    "fs.gs.encryption.algorithm", "AES256",
                    "fs.gs.encryption.key", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=",
                    "fs.gs.encryption.key.hash", "aGFzaA==")))
        .contains("fs.gs.encryption.key is set")
        .doesNotContain("c2Vj");
  }

  @Test
  void requests_that_somebody_else_pays_for_are_refused() throws IOException {
    assertThat(refusal(Map.of("fs.gs.requester.pays.mode", "AUTO")))
        .contains("name nobody who pays");
  }

  private static String refusal(Map<String, String> said) throws IOException {
    Map<String, String> settings = new HashMap<>(GCS.server().settings());
    settings.putAll(said);
    try (GoogleHadoopFileSystem files = GCS.server().open(settings)) {
      return assertThatThrownBy(() -> new GcsObjects(files)).actual().getMessage();
    }
  }

  @Test
  void a_file_that_was_not_deleted_is_said_to_be_there() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server());
        FileSystem files = withFileSystem(proxy.endpoint())) {
      org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path("/deleted/file");
      files.create(file).close();
      proxy.treat(deletesAre(new Treatment.Answered(503, "SlowDown")));
      assertThatThrownBy(() -> files.delete(file, false)).isInstanceOf(IOException.class);
      proxy.treat(request -> new Treatment.Passed());
      assertThat(files.delete(file, false)).isTrue();
      assertThat(files.delete(file, false)).isFalse();
      files.create(file).close();
      proxy.treat(deletesAre(new Treatment.AnswerLost()));
      files.delete(file, false);
      assertThat(files.exists(file)).isFalse();
    }
  }

  /** Several go in one batch. */
  private static Function<FaultProxy.Request, Treatment> deletesAre(Treatment how) {
    return request ->
        request.method().equals("DELETE") || request.target().contains("/batch/")
            ? how
            : new Treatment.Passed();
  }

  private static FileSystem withFileSystem(URI through) throws IOException {
    Configuration configuration = new Configuration();
    StoreSettings.of(io.vavr.collection.HashMap.ofAll(GcsServer.settings(through)), dir)
        .forEach(setting -> configuration.set(setting._1, setting._2));
    return FileSystem.newInstance(URI.create(GCS.server().root("")), configuration);
  }

  @Test
  void a_setting_that_is_none_is_told_as_such() {
    io.vavr.collection.Map<String, String> typo =
        io.vavr.collection.HashMap.of("fs.gs.auth.type", "APPLICATION_DEFAULTS");
    assertThatThrownBy(() -> Stores.open("gs://typo/eu", StoreSettings.of(typo, dir)))
        .isInstanceOfSatisfying(
            LakeFailure.class,
            failure -> assertThat(failure.failureCause()).isEqualTo(FailureCause.MISCONFIGURED))
        .hasMessageContaining("spark.conf.spark.hadoop.fs.gs.*");
  }
}
