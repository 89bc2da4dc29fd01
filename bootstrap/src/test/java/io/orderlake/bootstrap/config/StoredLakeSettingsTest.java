package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is configured of a lake on an object store. */
class StoredLakeSettingsTest {
  @TempDir Path home;

  private Either<List<String>, LakehouseConfig> read(Map<String, String> variables) {
    return ConfigReader.read(new ConfigSources(home, Option.none(), variables, HashMap.empty()));
  }

  private LakehouseConfig good(Map<String, String> variables) {
    return read(variables).getOrElseThrow(problems -> new AssertionError(problems.mkString("; ")));
  }

  private List<String> problems(String root) {
    return read(HashMap.of("ORDERLAKE_LAKE", root)).getLeft();
  }

  @Test
  void a_lake_on_a_store_has_a_local_directory_of_its_own() {
    LakehouseConfig usual = good(HashMap.of("ORDERLAKE_LAKE", "s3a://bucket/eu/orders"));
    LakehouseConfig other = good(HashMap.of("ORDERLAKE_LAKE", "s3a://bucket/us/orders"));
    assertThat(usual.place()).isEqualTo("s3a://bucket/eu/orders");
    assertThat(usual.data().getParent()).isEqualTo(home.resolve("data").toAbsolutePath());
    assertThat(usual.data().getFileName().toString()).matches("orders-[0-9a-f]{12}");
    assertThat(other.data()).isNotEqualTo(usual.data());
    assertThat(good(HashMap.of("ORDERLAKE_LAKE", "s3a://orders/eu")).data())
        .as("test_configuration of Airflow's role expects the same")
        .hasFileName("eu-0f498df083fe");
    assertThat(usual.ingestInterval()).isEqualTo(Duration.ofSeconds(10));
    LakehouseConfig said =
        good(
            HashMap.of(
                "ORDERLAKE_LAKE",
                "s3a://bucket/orders",
                "ORDERLAKE_DATA",
                "here",
                "ORDERLAKE_INGEST_INTERVAL",
                "3s"));
    assertThat(said.ingestInterval()).isEqualTo(Duration.ofSeconds(3));
    assertThat(said.data()).isEqualTo(home.resolve("here").toAbsolutePath());
  }

  @Test
  void what_is_no_root_on_a_store_is_refused() {
    for (String root :
        new String[] {
          "data/lake",
          "s3a:bucket",
          "s3a:///orders",
          "s3a://key:secret@bucket/orders",
          "s3a://bucket/orders?x=1",
          "s3a://bucket/a/../b"
        }) {
      assertThat(problems(root))
          .as(root)
          .singleElement()
          .asString()
          .contains("is not the root of a lake on an object store; expected e.g. s3a://bucket")
          .doesNotContain("secret@");
    }
    assertThat(good(HashMap.of("ORDERLAKE_LAKE", "gs://bucket/eu/orders")).place())
        .isEqualTo("gs://bucket/eu/orders");
    assertThat(problems("abfss://bucket@account.dfs.core.windows.net/orders"))
        .singleElement()
        .asString()
        .contains("is on a store that lakes cannot be kept on yet");
  }
}
