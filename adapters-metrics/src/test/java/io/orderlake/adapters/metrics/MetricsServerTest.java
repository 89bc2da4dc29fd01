package io.orderlake.adapters.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.metric.Metric;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {
  private Supplier<Seq<Metric>> metrics = KnownLake::metrics;
  private MetricsServer server;

  @BeforeEach
  void serve() throws IOException {
    server = MetricsServer.start(0, () -> metrics.get());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void metrics_are_told_as_text_of_prometheus() throws Exception {
    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).isEqualTo(new String(PrometheusText.of(KnownLake.metrics()), UTF_8));
  }

  @Test
  void each_scrape_is_computed_anew() throws Exception {
    int[] asked = {0};
    metrics =
        () -> {
          asked[0]++;
          return KnownLake.metrics();
        };

    get("/metrics");
    get("/metrics");

    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void it_listens_on_the_loopback_address_alone() {
    assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port() + "/metrics");
    assertThat(server.address().getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:80", "[::1]:9817"})
  void who_means_this_machine_is_answered(String host) throws Exception {
    assertThat(raw("Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: attacker.example",
        "Host: 127.0.0.1.attacker.example",
        "Host: localhost\r\nHost: attacker.example",
        "Host:",
        "X: y"
      })
  void who_was_led_here_under_another_name_is_not(String header) throws Exception {
    assertThat(raw(header)).startsWith("HTTP/1.1 421").doesNotContain("orderlake_");
  }

  @Test
  void nothing_else_is_there_and_nothing_can_be_changed() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/metrics/x").statusCode()).isEqualTo(404);
    HttpResponse<String> posted =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url()))
                    .POST(BodyPublishers.ofString("x"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void a_defect_is_an_answer_and_the_next_scrape_is_served() throws Exception {
    metrics =
        () -> {
          throw new IllegalStateException("secret");
        };
    HttpResponse<String> failed = get("/metrics");
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).doesNotContain("secret");

    metrics = KnownLake::metrics;
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_that_is_taken_is_said() {
    assertThatThrownBy(() -> MetricsServer.start(server.port(), KnownLake::metrics))
        .isInstanceOf(BindException.class);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** The JDK's client lets nobody choose the header Host. */
  private String raw(String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = "GET /metrics HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
