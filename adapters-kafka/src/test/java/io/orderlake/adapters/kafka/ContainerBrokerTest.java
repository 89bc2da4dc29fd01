package io.orderlake.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

@Tag("container")
class ContainerBrokerTest {
  @BeforeEach
  void needsDaemon() {
    ContainerBroker.assumeDaemon();
  }

  @Test
  void an_image_that_cannot_be_had_is_named_with_what_to_do() {
    assertThatThrownBy(() -> ContainerBroker.start("registry.invalid/no/kafka:1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot get the image registry.invalid/no/kafka:1")
        .hasMessageContaining("name another one in " + ContainerBroker.IMAGE);
  }

  @Test
  void its_container_is_gone_when_its_process_was_killed() throws Exception {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var says = owner.inputReader()) {
      String container = says.readLine();
      assertThat(container).as("a container's id").matches("[0-9a-f]{64}");
      assertThat(isThere(container)).isTrue();

      owner.destroyForcibly().waitFor();

      while (isThere(container)) {
        Thread.sleep(100);
      }
    } finally {
      owner.destroyForcibly().waitFor();
    }
  }

  private static boolean isThere(String container) {
    DockerClient docker = DockerClientFactory.instance().client();
    try {
      docker.inspectContainerCmd(container).exec();
      return true;
    } catch (NotFoundException gone) {
      return false;
    }
  }

  /** Starts a broker, prints its container's id and is killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println(ContainerBroker.start().containerId());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
