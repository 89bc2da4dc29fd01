package io.orderlake.adapters.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker that is not Orderlake's: one node with a listener of each kind, which makes topics when
 * somebody asks after them, as many a real one does.
 */
public final class StrangersBroker implements AutoCloseable {
  public static final String PASSWORD = "secret";
  private static final String UNKNOWN_HOST = "no-such-kafka-host.invalid:9092";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path dir;
  private final Process process;
  private final Ports ports;

  private record Ports(int plain, int misnamed, int lost, int login, int tls, int controller) {}

  private StrangersBroker(Path dir, Process process, Ports ports) {
    this.dir = dir;
    this.process = process;
    this.ports = ports;
  }

  public static StrangersBroker start(Path dir) throws Exception {
    Files.createDirectories(dir);
    Ports ports = freePorts();
    Path settings = dir.resolve("server.properties");
    Files.writeString(settings, settings(dir, ports));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run(
        dir,
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "broker",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=localhost",
        "-keystore",
        dir.resolve("broker.p12").toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD);
    String lib =
        Path.of("..", "adapters-kafka", "embedded-broker", "target", "lib").toAbsolutePath() + "/*";
    run(
        dir,
        java,
        "-Xmx128m",
        "-cp",
        lib,
        "kafka.tools.StorageTool",
        "format",
        "-t",
        "5L6g3nShT-eMCtK--X86sw",
        "-c",
        settings.toString());
    Process process =
        logged(
            dir,
            java,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            lib,
            "kafka.Kafka",
            settings.toString());
    StrangersBroker broker = new StrangersBroker(dir, process, ports);
    try {
      broker.awaitReady();
      return broker;
    } catch (Exception | Error e) {
      broker.close();
      throw e;
    }
  }

  private static Ports freePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    for (ServerSocket each : held) {
      each.close();
    }
    return new Ports(p[0], p[1], p[2], p[3], p[4], p[5]);
  }

  private static String settings(Path dir, Ports ports) {
    return String.format(
        Locale.ROOT,
        """
        process.roles=broker,controller
        node.id=1
        listeners=PLAIN://127.0.0.1:%1$d,MISNAMED://127.0.0.1:%2$d,LOST://127.0.0.1:%3$d,LOGIN://127.0.0.1:%4$d,TLS://127.0.0.1:%5$d,CONTROLLER://127.0.0.1:%6$d
        advertised.listeners=PLAIN://127.0.0.1:%1$d,MISNAMED://%8$s,LOST://127.0.0.1:1,LOGIN://127.0.0.1:%4$d,TLS://127.0.0.1:%5$d
        inter.broker.listener.name=PLAIN
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAIN:PLAINTEXT,MISNAMED:PLAINTEXT,LOST:PLAINTEXT,LOGIN:SASL_PLAINTEXT,TLS:SSL,CONTROLLER:PLAINTEXT
        controller.quorum.voters=1@127.0.0.1:%6$d
        log.dirs=%7$s/data
        sasl.enabled.mechanisms=PLAIN
        listener.name.login.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_alice="%9$s";
        ssl.keystore.location=%7$s/broker.p12
        ssl.keystore.password=%9$s
        ssl.keystore.type=PKCS12
        offsets.topic.replication.factor=1
        log.cleaner.dedupe.buffer.size=2097152
        auto.create.topics.enable=true
        """,
        ports.plain,
        ports.misnamed,
        ports.lost,
        ports.login,
        ports.tls,
        ports.controller,
        dir.toAbsolutePath(),
        UNKNOWN_HOST,
        PASSWORD);
  }

  private static void run(Path dir, String... command) throws Exception {
    Process process = logged(dir, command);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException(Files.readString(dir.resolve("log")));
    }
  }

  private static Process logged(Path dir, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve("log").toFile()))
        .start();
  }

  private void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", plain()))) {
      while (true) {
        try {
          admin.describeCluster().nodes().get();
          return;
        } catch (ExecutionException e) {
          if (!process.isAlive() || System.nanoTime() > end) {
            throw new IllegalStateException(Files.readString(dir.resolve("log")), e);
          }
        }
      }
    }
  }

  /** A listener like that of most brokers on a developer's machine. */
  public String plain() {
    return "127.0.0.1:" + ports.plain;
  }

  /** One where the broker names itself by a host that nobody knows. */
  public String misnamed() {
    return "127.0.0.1:" + ports.misnamed;
  }

  /** One where the broker names itself by a port where nothing listens. */
  public String lost() {
    return "127.0.0.1:" + ports.lost;
  }

  /** One that wants a login, of the user alice. */
  public String login() {
    return "127.0.0.1:" + ports.login;
  }

  public String tls() {
    return "127.0.0.1:" + ports.tls;
  }

  /** Its topics but for Kafka's own. */
  public List<String> topics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", plain()))) {
      return admin.listTopics().names().get().stream()
          .filter(name -> !name.startsWith("__"))
          .sorted()
          .toList();
    }
  }

  /** As {@code kill -9} does. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
