package io.orderlake.adapters.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import io.orderlake.application.fixture.FreePorts;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;

/**
 * One node in a container, broker and controller in one, configured by the variables of Apache's
 * image. It runs as long as its standard input is held open.
 */
final class KafkaContainer extends GenericContainer<KafkaContainer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long READY_SECONDS = 900;
  private static final int ASK_MILLIS = 10_000;

  /** Ends the broker at the end of the standard input; ends with the broker. */
  private static final String WHILE_HELD =
      "exec 3<&0; /etc/kafka/docker/run & broker=$!;"
          + " { cat <&3 >/dev/null; kill -KILL $broker; } & wait $broker";

  private final KafkaConnection connection;
  private final Output output = new Output();

  /**
   * A container that is not started yet.
   *
   * @param bridge whether the daemon can publish a container's ports; else the container uses the
   *     host's network
   */
  KafkaContainer(String image, boolean bridge) {
    super(image);
    List<Integer> ports = FreePorts.some(2);
    String clients = LOOPBACK + ":" + ports.get(0);
    String controller = LOOPBACK + ":" + ports.get(1);
    connection = KafkaConnection.to(clients);
    withEnv(settings(bridge ? "0.0.0.0:" + ports.get(0) : clients, clients, controller));
    withCommand("sh", "-c", WHILE_HELD);
    // The same port inside and outside: a broker tells its clients where it is to be found.
    if (bridge) {
      setPortBindings(List.of(clients + ":" + ports.get(0)));
    } else {
      withNetworkMode("host");
    }
    withCreateContainerCmdModifier(
        create -> {
          create.withStdinOpen(true).withStdInOnce(true);
          create.getHostConfig().withAutoRemove(true);
        });
  }

  private static Map<String, String> settings(String listensAt, String clients, String controller) {
    return Map.ofEntries(
        Map.entry("KAFKA_NODE_ID", "1"),
        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://" + listensAt + ",CONTROLLER://" + controller),
        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + clients),
        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@" + controller),
        Map.entry(
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("KAFKA_HEAP_OPTS", "-Xms64m -Xmx512m"),
        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"));
  }

  KafkaConnection connection() {
    return connection;
  }

  /** The last that it printed. */
  String said() {
    return output.lastLines();
  }

  @Override
  protected void containerIsCreated(String id) {
    dockerClient
        .attachContainerCmd(id)
        .withStdIn(neverEnding())
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(output);
  }

  private static PipedInputStream neverEnding() {
    try {
      return new PipedInputStream(new PipedOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void waitUntilContainerStarted() {
    long since = System.nanoTime();
    try (Admin admin = Admin.create(connection.properties(Map.of(), Map.of()))) {
      while (!answers(admin)) {
        if (!isRunning()) {
          throw new ContainerLaunchException("the broker ended before it was ready");
        }
        if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(READY_SECONDS)) {
          throw new ContainerLaunchException("not ready within " + READY_SECONDS + " seconds");
        }
      }
    }
  }

  private static boolean answers(Admin admin) {
    try {
      DescribeClusterOptions briefly = new DescribeClusterOptions().timeoutMs(ASK_MILLIS);
      return !admin.describeCluster(briefly).nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContainerLaunchException("interrupted while waiting for the broker", e);
    }
  }

  /** The last of what the container prints. */
  private static final class Output extends ResultCallback.Adapter<Frame> {
    private static final int FRAMES = 20;
    private final Deque<String> frames = new ArrayDeque<>();

    @Override
    public synchronized void onNext(Frame frame) {
      frames.addLast(new String(frame.getPayload(), UTF_8));
      if (frames.size() > FRAMES) {
        frames.removeFirst();
      }
    }

    synchronized String lastLines() {
      return String.join("", frames).strip();
    }
  }
}
