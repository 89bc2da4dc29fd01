package io.orderlake.adapters.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderlake.domain.metric.Metric;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves metrics at {@code /metrics}, on 127.0.0.1 alone. Who asks for it under another name than
 * the loopback's is refused: a page in a browser could have had its own name lead here.
 */
public final class MetricsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
  private static final String PATH = "/metrics";
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<Seq<Metric>> metrics;

  private MetricsServer(HttpServer server, ExecutorService threads, Supplier<Seq<Metric>> metrics) {
    this.server = server;
    this.threads = threads;
    this.metrics = metrics;
  }

  /**
   * Serves from now on.
   *
   * @param port 0 for any that is free
   * @param metrics asked at each scrape, by one of two threads
   * @throws IOException when the port cannot be had
   */
  public static MetricsServer start(int port, Supplier<Seq<Metric>> metrics) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, MetricsServer::thread);
    MetricsServer started = new MetricsServer(server, threads, metrics);
    server.createContext("/", started::answer);
    server.setExecutor(threads);
    server.start();
    return started;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "metrics-server");
    thread.setDaemon(true);
    return thread;
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  public int port() {
    return address().getPort();
  }

  /** Where it answers. */
  public String url() {
    return "http://127.0.0.1:" + port() + PATH;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!Loopback.isMeant(exchange.getRequestHeaders().get("Host"))) {
        say(exchange, 421, "metrics are told to this machine alone, as 127.0.0.1 or localhost\n");
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        say(exchange, 404, "metrics are at " + PATH + "\n");
      } else if (!exchange.getRequestMethod().matches("GET|HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        say(exchange, 405, "metrics can be read alone\n");
      } else {
        tell(exchange);
      }
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    byte[] text;
    try {
      text = PrometheusText.of(metrics.get());
    } catch (RuntimeException e) {
      LOG.error("metrics could not be told", e);
      say(exchange, 500, "metrics could not be told; the log says why\n");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", PrometheusText.CONTENT_TYPE);
    send(exchange, 200, text);
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Ends at once; a scrape under way gets no answer. Idempotent. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
