package io.orderlake.adapters.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A lineage server on the loopback address that does what a test tells it to. */
final class Keeper implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<String> received = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private volatile int status = 201;
  private volatile boolean hanging;

  Keeper() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/lineage", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers with that status from now on. */
  void answerWith(int code) {
    status = code;
  }

  /** Takes requests and does not answer them. */
  void hang() {
    hanging = true;
  }

  /** Answers again. */
  void recover() {
    hanging = false;
    status = 201;
  }

  synchronized List<String> received() {
    return List.copyOf(received);
  }

  synchronized List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    int code = status;
    note(exchange, body);
    try {
      if (hanging && released.await(1, TimeUnit.HOURS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.sendResponseHeaders(code, -1);
      exchange.close();
    }
  }

  private synchronized void note(HttpExchange exchange, String body) {
    received.add(body);
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
