package io.orderlake.adapters.kafka.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.TestBroker;
import io.orderlake.adapters.kafka.order.KafkaOrderEventLog;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.order.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  private static final long UNKNOWN = -1;

  @TempDir Path dir;

  @Test
  void what_was_acknowledged_survives_a_kill_and_the_cluster_stays_the_same() throws Exception {
    Set<String> acknowledged = new ConcurrentSkipListSet<>();
    String clusterId;
    try (EmbeddedBroker broker = TestBroker.start(dir)) {
      clusterId = broker.clusterId();
      try (KafkaTopics topics = KafkaTopics.of(broker.connection())) {
        assertThat(topics.ensure("orders", 2).created()).isTrue();
      }
      publish(broker, 2_000, acknowledged);
      ProcessHandle child = ProcessHandle.of(broker.pid()).orElseThrow();
      child.destroyForcibly();
      broker.onExit().get();
      assertThat(broker.isAlive()).isFalse();
    }
    try (EmbeddedBroker broker = TestBroker.start(dir)) {
      assertThat(broker.clusterId()).isEqualTo(clusterId);
      assertThat(values(broker)).containsAll(acknowledged);
      publish(broker, 10, acknowledged);
    }
    try (EmbeddedBroker broker = TestBroker.start(dir)) {
      assertThat(broker.clusterId()).isEqualTo(clusterId);
      assertThat(values(broker)).containsAll(acknowledged);
      assertThat(acknowledged).hasSize(2_000);
    }
  }

  private static void publish(EmbeddedBroker broker, int count, Set<String> acknowledged) {
    try (KafkaOrderEventLog log = KafkaOrderEventLog.open(broker.connection(), "orders")) {
      for (int i = 0; i < count; i++) {
        String value = "event " + i;
        log.publish(
            value,
            value.getBytes(UTF_8),
            delivery -> {
              if (delivery instanceof Delivery.Acknowledged) {
                acknowledged.add(value);
              }
            });
      }
    }
  }

  private static Set<String> values(EmbeddedBroker broker) {
    Set<String> values = new TreeSet<>();
    TestBroker.read(broker.connection(), "orders")
        .forEach(record -> values.add(new String(record.value(), UTF_8)));
    return values;
  }

  @Test
  void topics_are_made_once_and_say_where_they_end() {
    try (EmbeddedBroker broker = TestBroker.start(dir);
        KafkaTopics topics = KafkaTopics.of(broker.connection())) {
      assertThat(topics.describe("orders").isEmpty()).isTrue();
      assertThat(topics.endOffsets("orders").isEmpty()).isTrue();

      assertThat(topics.ensure("orders", 3).created()).isTrue();
      assertThat(topics.ensure("orders", 5).created()).isFalse();
      assertThat(topics.describe("orders").get().partitions()).isEqualTo(3);

      publish(broker, 100, new ConcurrentSkipListSet<>());
      assertThat(topics.endOffsets("orders").keySet())
          .containsExactly(
              new TopicPartition("orders", 0),
              new TopicPartition("orders", 1),
              new TopicPartition("orders", 2));
      assertThat(topics.endOffsets("orders").values().sum().longValue()).isEqualTo(100);
    }
  }

  @Test
  void it_ends_when_its_parent_lets_go_of_it() throws Exception {
    BrokerProcess settings = TestBroker.in(dir);
    Process child =
        new ProcessBuilder(settings.command())
            .directory(settings.workingDirectory().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(settings.logFile().toFile()))
            .start();
    try {
      assertThat(child.inputReader().readLine()).startsWith("ready 127.0.0.1:");
      child.getOutputStream().close();

      assertThat(child.waitFor()).isZero();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void closing_it_stops_it_in_order_and_not_by_force() throws Exception {
    EmbeddedBroker broker = TestBroker.start(dir);
    broker.close();
    assertThat(broker.onExit().get()).isZero();
  }

  @Test
  void an_interrupt_from_the_terminal_is_left_to_its_parent() throws Exception {
    try (EmbeddedBroker broker = TestBroker.start(dir);
        KafkaTopics topics = KafkaTopics.of(broker.connection())) {
      String pid = Long.toString(broker.pid());
      assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
      assertThat(new ProcessBuilder("kill", "-HUP", pid).start().waitFor()).isZero();

      assertThat(topics.ensure("orders", 1).created()).isTrue();
      assertThat(ignoredSignals(broker.pid()))
          .as("as bits from 1: hang-up is signal 1, interrupt signal 2")
          .satisfiesAnyOf(
              bits -> assertThat(bits & 0b11).isEqualTo(0b11),
              bits -> assertThat(bits).isEqualTo(UNKNOWN));
      assertThat(broker.isAlive()).isTrue();
    }
  }

  /** The kernel's mask of the signals that the process ignores, where there is one to be read. */
  private static long ignoredSignals(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return UNKNOWN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .findFirst()
        .orElse(UNKNOWN);
  }

  @Test
  void a_port_in_use_is_an_error_that_names_it_in_the_log() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerProcess free = TestBroker.in(dir);
      BrokerProcess settings =
          new BrokerProcess(
              free.classPath(),
              free.dir(),
              taken.getLocalPort(),
              free.logFile(),
              free.readyWithin());

      assertThatThrownBy(() -> EmbeddedBroker.start(settings))
          .isInstanceOf(KafkaFailure.class)
          .hasMessageContaining(settings.logFile().toString())
          .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used")
          .satisfies(failure -> namesTheHolder(String.valueOf(failure.getMessage())));
      assertThat(Files.readString(settings.logFile()))
          .contains("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used");
    }
  }

  @Test
  void a_broker_that_is_not_ready_in_time_is_stopped() {
    BrokerProcess patient = TestBroker.in(dir);
    BrokerProcess settings =
        new BrokerProcess(
            patient.classPath(), patient.dir(), 0, patient.logFile(), Duration.ofMillis(1));
    List<Long> before = children();

    assertThatThrownBy(() -> EmbeddedBroker.start(settings))
        .isInstanceOf(KafkaFailure.class)
        .hasMessageContaining("not ready within");
    assertThat(before).containsAll(children());
  }

  /** As far as the operating system tells. */
  private static void namesTheHolder(String message) {
    if (Files.exists(Path.of("/proc/net/tcp"))) {
      assertThat(message).contains("process " + ProcessHandle.current().pid() + " (java) has it");
    }
  }

  @Test
  void what_a_broker_complained_of_last_is_told_without_its_stack() throws Exception {
    Path file = dir.resolve("complaints.log");
    Files.writeString(file, "[x] [main] ERROR a.B - of another broker\n");
    BrokerLog log = BrokerLog.from(file);
    assertThat(log.lastWords()).isEmpty();

    Files.writeString(
        file,
        """
        2026-11-28T16:00:00.000Z [main] ERROR kafka.log.LogManager - Error while writing
        java.lang.IllegalStateException: it broke
        \tat kafka.Log.write(Log.java:1)
        Caused by: java.io.IOException: No space left on device
        \tat sun.nio.ch.FileDispatcherImpl.write0(Native Method)
        \t... 3 more
        2026-11-28T16:00:00.001Z [main] WARN kafka.x.Y - going down
        """,
        java.nio.file.StandardOpenOption.APPEND);
    assertThat(log.lastWords()).contains("java.io.IOException: No space left on device");
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }
}
