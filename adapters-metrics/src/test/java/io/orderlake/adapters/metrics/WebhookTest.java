package io.orderlake.adapters.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderlake.application.contract.TroubleReceiverContract;
import io.orderlake.domain.alert.TroubleReceiver;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest extends TroubleReceiverContract {
  private static final String SECRET = "/services/T000/s3cr3t";

  private final java.util.List<String> bodies = new CopyOnWriteArrayList<>();
  private final java.util.List<String> notes = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean hangs;
  private HttpServer server;
  private Webhook webhook;

  @BeforeEach
  void a_server() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(SECRET, this::answer);
    server.start();
    webhook = new Webhook(url(), "/srv/lake", notes::add);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + SECRET);
  }

  @AfterEach
  void no_server() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (hangs) {
        over.await();
      } else if (status == 200) {
        assertThat(exchange.getRequestHeaders().get("Content-Type"))
            .containsExactly("application/json");
        bodies.add(body);
      }
      exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected TroubleReceiver open() {
    return webhook;
  }

  @Override
  protected void isAway(boolean away) {
    status = away ? 503 : 200;
  }

  @Override
  protected Seq<String> received() {
    return List.ofAll(bodies)
        .map(
            body ->
                body.replaceAll(
                    ".*\"alerts\":\\[\\{\"status\":\"(\\w+)\".*\"alertname\":\"(\\w+)\".*",
                    "$1 $2"));
  }

  @Test
  void what_it_says_of_a_failure_does_not_hold_its_address() {
    for (int answer : new int[] {302, 404, 429, 500}) {
      status = answer;
      assertThat(webhook.tell(LOST)).isFalse();
    }
    server.stop(0);
    assertThat(webhook.tell(LOST)).isFalse();

    assertThat(bodies).isEmpty();
    assertThat(notes)
        .containsExactly(
            "it answers with status 302",
            "it answers with status 404",
            "it answers with status 429",
            "it answers with status 500",
            "it cannot be reached (ConnectException)");
  }

  @Test
  void one_that_never_answers_is_given_up() {
    hangs = true;
    Webhook hasty = new Webhook(url(), "/srv/lake", Duration.ofMillis(200), notes::add);

    assertThat(hasty.tell(LOST)).isFalse();
    assertThat(notes).containsExactly("it cannot be reached (HttpTimeoutException)");
  }
}
