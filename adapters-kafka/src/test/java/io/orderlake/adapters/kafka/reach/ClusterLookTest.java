package io.orderlake.adapters.kafka.reach;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.StrangersBroker;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a broker that cannot be used, on a real one with a listener of each kind. */
class ClusterLookTest {
  private static final String NOWHERE = "no-such-kafka-host.invalid:9092";
  @TempDir static Path dir;
  private static StrangersBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = StrangersBroker.start(dir);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void a_cluster_that_can_be_used_is_told_by_its_id() {
    ClusterLook.Seen seen = ClusterLook.at(KafkaConnection.to(broker.plain()));

    assertThat(seen.clusterId()).isEqualTo("5L6g3nShT-eMCtK--X86sw");
    assertThat(seen.warnings()).isEmpty();
  }

  @Test
  void one_wrong_address_of_several_is_named_and_the_others_are_used() {
    ClusterLook.Seen seen = ClusterLook.at(KafkaConnection.to(NOWHERE + "," + broker.plain()));

    assertThat(seen.warnings())
        .singleElement()
        .asString()
        .contains(NOWHERE, "cannot be resolved", "going on with the others");
  }

  @Test
  void a_host_that_nobody_knows_is_named_and_does_not_pass() {
    KafkaFailure failure = failure(KafkaConnection.to(NOWHERE));

    assertThat(failure).hasMessageContainingAll(NOWHERE, "cannot be resolved");
    assertThat(failure.isAwaited()).isFalse();
  }

  @Test
  void a_port_where_nothing_listens_is_named_and_may_pass() throws IOException {
    String address;
    try (ServerSocket closed = listen()) {
      address = "127.0.0.1:" + closed.getLocalPort();
    }
    KafkaFailure failure = failure(KafkaConnection.to(address));

    assertThat(failure).hasMessageContainingAll(address, "refuses connections");
    assertThat(failure.isAwaited()).isTrue();
  }

  @Test
  void a_broker_that_names_itself_wrongly_is_told_from_one_that_is_away() {
    assertThat(failure(KafkaConnection.to(broker.misnamed())))
        .hasMessageContaining(
            "the broker at %s names itself %s, which cannot be resolved"
                .formatted(broker.misnamed(), NOWHERE));
    assertThat(failure(KafkaConnection.to(broker.lost())))
        .hasMessageContaining("names itself 127.0.0.1:1, which refuses connections");
  }

  @Test
  void settings_and_listener_that_do_not_fit_are_told_from_both_sides() {
    assertThat(failure(KafkaConnection.to(broker.tls())))
        .hasMessageContainingAll("speaks TLS", "the settings ask for PLAINTEXT");
    assertThat(failure(with(broker.plain(), "SSL")))
        .hasMessageContainingAll("speaks plaintext", "the settings ask for SSL");
    assertThat(failure(KafkaConnection.to(broker.login())))
        .hasMessageContainingAll("asks for a login", "the settings ask for PLAINTEXT");
    assertThat(failure(login(broker.plain(), StrangersBroker.PASSWORD)))
        .hasMessageContainingAll("without a login", "the settings ask for SASL_PLAINTEXT");
  }

  @Test
  void a_wrong_password_is_called_one_and_not_shown() {
    assertThat(failure(login(broker.login(), "guessed-it")))
        .hasMessageContaining("Invalid username or password")
        .hasMessageNotContaining("guessed-it");
    assertThat(ClusterLook.at(login(broker.login(), StrangersBroker.PASSWORD)).warnings())
        .isEmpty();
  }

  @Test
  void a_certificate_that_is_not_trusted_is_called_that() {
    assertThat(failure(with(broker.tls(), "SSL"))).hasMessageContaining("certification path");
  }

  @Test
  void a_web_server_is_called_one() throws Exception {
    try (ServerSocket socket = listen()) {
      Thread web = new Thread(() -> answerPages(socket), "web");
      web.setDaemon(true);
      web.start();
      assertThat(failure(KafkaConnection.to("127.0.0.1:" + socket.getLocalPort())))
          .hasMessageContaining("a web server answers");
    }
  }

  @Test
  void asking_after_a_topic_gives_its_cause_and_does_not_make_it() throws Exception {
    try (KafkaTopics topics = KafkaTopics.of(KafkaConnection.to(broker.plain()))) {
      assertThat(topics.describe("not-there")).isEmpty();
      assertThat(topics.endOffsets("not-there")).isEmpty();
    }
    try (KafkaTopics topics = KafkaTopics.of(KafkaConnection.to(broker.misnamed()))) {
      assertThat(catchThrowableOfType(KafkaFailure.class, () -> topics.describe("orders")))
          .hasMessageContaining("names itself");
    }
    assertThat(broker.topics()).isEmpty();
  }

  private static void answerPages(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket asked = socket.accept()) {
        asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException e) {
        return; // closed: the test is over
      }
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static KafkaConnection with(String address, String protocol) {
    return new KafkaConnection(address, Map.of("security.protocol", protocol));
  }

  private static KafkaConnection login(String address, String password) {
    return new KafkaConnection(
        address,
        Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"alice\" password=\"%s\";"
                .formatted(password)));
  }

  private static KafkaFailure failure(KafkaConnection connection) {
    return catchThrowableOfType(KafkaFailure.class, () -> ClusterLook.at(connection));
  }
}
