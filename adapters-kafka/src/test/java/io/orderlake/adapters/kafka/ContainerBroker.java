package io.orderlake.adapters.kafka;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/**
 * A running Kafka broker in a container of this machine's Docker daemon, on loopback. It ends with
 * {@link #close()}, and by itself when this process ends in whatever way: the daemon closes the
 * container's standard input then, and the container is removed as it ends.
 */
public final class ContainerBroker implements AutoCloseable {
  /** Names the image: Apache's own, or one that is laid out and configured like it. */
  static final String IMAGE = "KAFKA_IMAGE";

  private static final String OFFICIAL_IMAGE = "apache/kafka:4.3.1";
  private final KafkaContainer container;

  private ContainerBroker(KafkaContainer container) {
    this.container = container;
  }

  /**
   * Starts the container and waits until the broker takes requests. Aborts the test where no daemon
   * answers.
   *
   * @throws IllegalStateException when there is a daemon and yet no broker; says why and names the
   *     image. No container is left then.
   */
  public static ContainerBroker start() {
    return start(Objects.requireNonNullElse(System.getenv(IMAGE), OFFICIAL_IMAGE));
  }

  static ContainerBroker start(String image) {
    assumeDaemon();
    DockerClient docker = DockerClientFactory.instance().client();
    obtain(docker, image);
    KafkaContainer container = new KafkaContainer(image, hasBridge(docker));
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      container.stop();
      throw new IllegalStateException(
          "the broker of the image " + image + " did not start; it said last:\n" + container.said(),
          e);
    }
    return new ContainerBroker(container);
  }

  static void assumeDaemon() {
    Assumptions.assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker daemon answers: start one, and set DOCKER_HOST unless it is the usual one");
  }

  /** Once and without retries: a wrong name should be told at once. */
  private static void obtain(DockerClient docker, String image) {
    if (isThere(docker, image)) {
      return;
    }
    DockerImageName name = DockerImageName.parse(image);
    try {
      docker
          .pullImageCmd(name.getUnversionedPart())
          .withTag(name.getVersionPart())
          .start()
          .awaitCompletion();
    } catch (DockerException | DockerClientException e) {
      throw notThere(image, Objects.requireNonNullElse(e.getMessage(), "no reason given"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notThere(image, "interrupted", e);
    }
  }

  private static IllegalStateException notThere(String image, String why, Exception cause) {
    return new IllegalStateException(
        "cannot get the image "
            + image
            + " (build or load it, or name another one in "
            + IMAGE
            + "): "
            + why.strip(),
        cause);
  }

  private static boolean isThere(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException absent) {
      return false;
    }
  }

  private static boolean hasBridge(DockerClient docker) {
    return docker.listNetworksCmd().exec().stream().anyMatch(n -> n.getName().equals("bridge"));
  }

  public KafkaConnection connection() {
    return container.connection();
  }

  String containerId() {
    return container.getContainerId();
  }

  /** Ends the broker at once and removes its container; idempotent. */
  @Override
  public void close() {
    container.stop();
  }
}
