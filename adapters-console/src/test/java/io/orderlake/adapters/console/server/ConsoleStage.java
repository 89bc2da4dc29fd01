package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Asking;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Extra;
import io.orderlake.adapters.console.page.Live;
import io.orderlake.adapters.console.page.Page;
import io.vavr.collection.List;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.Map;

/** A console that is served for a test, and who asks it. */
public final class ConsoleStage implements AutoCloseable {
  /** The token of every console that is served here. */
  public static final String TOKEN = "t".repeat(43);

  /** Shows everything, in UTC. */
  public static final ConsoleView VIEW = new ConsoleView(ZoneOffset.UTC, "USD", true);

  private final ConsoleServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private ConsoleStage(ConsoleServer server) {
    this.server = server;
  }

  /** Serves these pages, and asks nobody for runs. */
  public static ConsoleStage serving(Page... pages) throws IOException {
    return serving(form -> Answer.wrong("nobody is asked"), Map::of, pages);
  }

  /** Serves these pages. */
  public static ConsoleStage serving(Asking asking, Live live, Page... pages) throws IOException {
    return at(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), asking, live, pages);
  }

  /** Serves these pages at another address. */
  public static ConsoleStage at(InetAddress bind, Asking asking, Live live, Page... pages)
      throws IOException {
    Extra extra = new Extra("/extra", "text/plain", () -> "as it is".getBytes(UTF_8));
    return new ConsoleStage(
        ConsoleServer.start(
            new Place(bind, 0, TOKEN),
            new Contents(VIEW, List.of(pages), List.of(extra), live, asking)));
  }

  ConsoleServer server() {
    return server;
  }

  /** As a browser asks for it. */
  public HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
  }

  /** As a program asks for it. */
  public HttpResponse<String> json(String path) {
    return send(request(path).header("Accept", "application/json"));
  }

  /** As somebody's browser asks for it who has shown the token. */
  public HttpResponse<String> getKnown(String path) {
    return send(request(path).header("Cookie", cookie()));
  }

  /** A form of the console, sent by somebody who has shown the token. */
  public HttpResponse<String> post(String path, String form) {
    return send(
        request(path)
            .header("Cookie", cookie())
            .header("Origin", origin())
            .POST(BodyPublishers.ofString(form)));
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  String cookie() {
    return "orderlake-" + server.port() + "=" + TOKEN;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JDK's client lets nobody choose the header Host. */
  String raw(String requestLine, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String text = String.join("\r\n", headers);
      socket
          .getOutputStream()
          .write((requestLine + "\r\n" + text + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
