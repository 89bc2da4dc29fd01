package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderlake.application.fixture.FreePorts;
import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three faults, and who is told of them: by Prometheus and Alertmanager, which scrape a real `up`
 * and `metrics` beside it each second by the shipped rules, whose patience alone (`for`) is a
 * second here; and by `up` itself.
 */
class AlertedTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** From each fault, and each repair, to the message. */
  private static final Path TIMES = Path.of("target", "alert-times.txt");

  private static final String BY_ALERTMANAGER = "/alertmanager";
  private static final String BY_ITSELF = "/by-itself";

  @TempDir Path folder;
  private final int upPort = FreePorts.one();
  private final int metricsPort = FreePorts.one();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<String> times = new ArrayList<>();
  private HttpServer receiver;

  private record Told(String by, String what, long atNanos) {}

  @BeforeEach
  void a_receiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void no_receiver() {
    receiver.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode json = new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
      long now = System.nanoTime();
      for (JsonNode alert : json.get("alerts")) {
        String what =
            alert.get("status").asText() + " " + alert.get("labels").get("alertname").asText();
        told.add(new Told(exchange.getRequestURI().getPath(), what, now));
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  @Test
  void each_fault_is_told_and_so_is_its_end() throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    RoleProcess up = up();
    try {
      up.awaitLine("ready: ");
      try (Server alertmanager = Server.alertmanager(folder, alertmanagerConfig());
          Server prometheus = Server.prometheus(folder, prometheusConfig(alertmanager));
          RoleProcess metrics =
              RoleProcess.start(
                  folder, "metrics", "--data", "lake", "--port", Integer.toString(metricsPort))) {
        metrics.awaitLine("metrics of the lake");
        lake.publish(500);
        lake.await(
            status -> StagedLake.total(status, "read") == 500 && StagedLake.isCaughtUp(status));
        assertThat(prometheus.get("/-/healthy").statusCode()).isEqualTo(200);

        flipAByteOfSilver(lake);
        stopTheBroker(up);
        up = killTheRunner(lake, up);
        assertThat(up.stop()).isZero();
        Files.writeString(TIMES, String.join("", times));
      }
    } finally {
      up.close();
    }
  }

  private void flipAByteOfSilver(StagedLake lake) throws Exception {
    Path silver = folder.resolve("lake/silver/orders");
    String name = new LiveFiles(folder.resolve("lake")).of("silver/orders").iterator().next();
    byte[] whole = Files.readAllBytes(silver.resolve(name));
    long fault = damage(lake, silver.resolve(name), whole);
    await(BY_ALERTMANAGER, "firing OrderlakeAuditFailed", fault);
    await(BY_ITSELF, "firing OrderlakeAuditFailed", fault);

    Files.write(silver.resolve(name), whole);
    long mended = System.nanoTime();
    assertThat(lake.trigger("audit", "audit-mended").code()).isZero();
    await(BY_ALERTMANAGER, "resolved OrderlakeAuditFailed", mended);
    await(BY_ITSELF, "resolved OrderlakeAuditFailed", mended);
  }

  /** A byte that no reader looks at harms nobody: one after the other, until the audit finds it. */
  private static long damage(StagedLake lake, Path file, byte[] whole) throws IOException {
    for (int place = whole.length / 2; place > 4; place -= 7) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 0x55;
      Files.write(file, damaged);
      long fault = System.nanoTime();
      if (lake.trigger("audit", "audit-" + place).code() == 74) {
        return fault;
      }
    }
    throw new AssertionError("no byte of " + file + " matters");
  }

  private void stopTheBroker(RoleProcess up) throws Exception {
    ProcessHandle broker = up.child("EmbeddedBrokerMain");
    long fault = System.nanoTime();
    signal("STOP", broker);
    try {
      await(BY_ALERTMANAGER, "firing OrderlakeKafkaUnreachable", fault);
    } finally {
      signal("CONT", broker);
    }
    await(BY_ALERTMANAGER, "resolved OrderlakeKafkaUnreachable", System.nanoTime());
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private RoleProcess killTheRunner(StagedLake lake, RoleProcess up) throws Exception {
    long fault = System.nanoTime();
    up.close();
    assertThat(lake.run("trigger", "silver", "--run-id", "waits").code()).isZero();
    await(BY_ALERTMANAGER, "firing OrderlakeRunnerGone", fault);
    assertThat(lake.run("check", "--only", "runner").code()).isEqualTo(2);

    long mended = System.nanoTime();
    RoleProcess again = up();
    try {
      again.awaitLine("ready: ");
      await(BY_ALERTMANAGER, "resolved OrderlakeRunnerGone", mended);
      assertThat(lake.run("check", "--only", "runner").code()).isZero();
    } catch (Exception | Error e) {
      again.close();
      throw e;
    }
    return again;
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder,
        Map.of(
            "ORDERLAKE_METRICS_PORT",
            Integer.toString(upPort),
            "ORDERLAKE_ALERT_WEBHOOK",
            url(BY_ITSELF)),
        "up",
        "--data",
        "lake",
        "--rate",
        "0");
  }

  private void await(String by, String what, long fault) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (Told one : told) {
        if (one.by().equals(by) && one.what().equals(what) && one.atNanos() > fault) {
          times.add(by + " " + what + ": " + (one.atNanos() - fault) / 1_000_000 + " ms\n");
          return;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("'" + what + "' was not told " + by + ", but " + told);
  }

  private Path alertmanagerConfig() throws IOException {
    return Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route: {receiver: test, group_by: ["..."], group_wait: 0s, group_interval: 1s, repeat_interval: 12h}
        receivers:
          - name: test
            webhook_configs: [{url: "%s", send_resolved: true}]
        """
            .formatted(url(BY_ALERTMANAGER)));
  }

  private Path prometheusConfig(Server alertmanager) throws IOException {
    String rules =
        Files.readString(CommandLineStage.HOME.resolve("monitoring/orderlake-alerts.yml"));
    Files.writeString(
        folder.resolve("rules.yml"), rules.replaceAll("(?m)^( +for:) \\w+$", "$1 1s"));
    return Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        alerting:
          alertmanagers: [{static_configs: [{targets: ["%s"]}]}]
        scrape_configs:
          - job_name: orderlake
            static_configs: [{targets: ["127.0.0.1:%s", "127.0.0.1:%s"]}]
        """
            .formatted(alertmanager.address(), upPort, metricsPort));
  }
}
