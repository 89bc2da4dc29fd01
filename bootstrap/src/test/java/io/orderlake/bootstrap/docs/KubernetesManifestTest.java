package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manifest says is what the program and its image take; {@code kubectl} is not asked. */
class KubernetesManifestTest {
  private static final Path DOCKER = CommandLineStage.HOME.resolve("docker");

  @TempDir private Path folder;

  private static List<JsonNode> resources(String kind) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    List<JsonNode> found = new ArrayList<>();
    try (var documents =
        yaml.readerFor(JsonNode.class)
            .<JsonNode>readValues(DOCKER.resolve("kubernetes/orderlake.yaml").toFile())) {
      documents.forEachRemaining(
          document -> {
            if (document.path("kind").asText().equals(kind)) {
              found.add(document);
            }
          });
    }
    assertThat(found).as(kind).isNotEmpty();
    return found;
  }

  private static List<JsonNode> pods() throws IOException {
    return resources("Deployment").stream().map(each -> each.at("/spec/template/spec")).toList();
  }

  private static JsonNode container(JsonNode pod) {
    assertThat(pod.path("containers")).hasSize(1);
    return pod.at("/containers/0");
  }

  @Test
  void its_configuration_is_one_of_a_lake_in_a_bucket() throws IOException {
    JsonNode map = resources("ConfigMap").get(0);
    Path file = folder.resolve("orderlake.yaml");
    Files.writeString(file, map.at("/data/orderlake.yaml").textValue());
    LakehouseConfig config =
        ConfigReader.read(
                new ConfigSources(folder, Option.some(file), HashMap.empty(), HashMap.empty()))
            .getOrElseThrow(problems -> new AssertionError(problems.mkString("; ")));
    assertThat(config.store()).contains("s3a://my-bucket/orders");
    assertThat(config.warnings()).isEmpty();
    for (JsonNode pod : pods()) {
      assertThat(volume(pod, mounts(pod).get("/etc/orderlake")).at("/configMap/name"))
          .isEqualTo(map.at("/metadata/name"));
      assertThat(variable(pod, "ORDERLAKE_CONFIG")).isEqualTo("/etc/orderlake/orderlake.yaml");
    }
  }

  @Test
  void its_containers_run_roles_of_the_program() throws IOException {
    CommandLineStage stage = new CommandLineStage(folder);
    Set<String> roles = new HashSet<>();
    for (JsonNode pod : pods()) {
      String role = container(pod).at("/args/0").textValue();
      assertThat(stage.run(role, "--help").code()).as(role).isZero();
      assertThat(roles.add(role)).as(role + " is there once").isTrue();
    }
    assertThat(roles).containsExactlyInAnyOrder("ingest", "runner", "watch");
  }

  @Test
  void its_containers_are_as_the_image_wants_them() throws IOException {
    String image = Files.readString(DOCKER.resolve("orderlake/Dockerfile"));
    for (JsonNode pod : pods()) {
      String user = pod.at("/securityContext/runAsUser").asText();
      assertThat(image).contains("useradd --system --uid " + user);
      assertThat(container(pod).at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(mounts(pod)).containsKeys("/data", "/scratch", "/tmp");
      assertThat(pod.path("enableServiceLinks").asBoolean(true))
          .as("a service's variables would be settings that nobody knows")
          .isFalse();
      for (String probe : List.of("startupProbe", "livenessProbe")) {
        assertThat(container(pod).at("/" + probe + "/exec/command/0").textValue())
            .isEqualTo("healthy");
      }
    }
    assertThat(DOCKER.resolve("orderlake/healthy")).isExecutable();
  }

  private static java.util.Map<String, String> mounts(JsonNode pod) {
    java.util.Map<String, String> mounts = new java.util.HashMap<>();
    container(pod)
        .path("volumeMounts")
        .forEach(each -> mounts.put(each.path("mountPath").asText(), each.path("name").asText()));
    Set<String> volumes = new HashSet<>();
    pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    assertThat(volumes).containsExactlyInAnyOrderElementsOf(mounts.values());
    return mounts;
  }

  private static JsonNode volume(JsonNode pod, String name) {
    return named(pod.path("volumes"), name);
  }

  private static String variable(JsonNode pod, String name) {
    return named(container(pod).path("env"), name).path("value").asText();
  }

  private static JsonNode named(JsonNode all, String name) {
    for (JsonNode one : all) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("nothing is named " + name);
  }
}
