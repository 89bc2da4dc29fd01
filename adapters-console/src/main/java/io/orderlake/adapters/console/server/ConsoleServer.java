package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderlake.adapters.console.page.Asking;
import io.orderlake.adapters.console.page.Extra;
import io.orderlake.adapters.console.page.Live;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the console. Who asks under another name than the loopback's is refused, and so is a form
 * that another site has sent; beyond the loopback address the token is needed for reading as well.
 */
public final class ConsoleServer implements AutoCloseable {
  /** The parameter that asks for JSON where the header {@code Accept} cannot be chosen. */
  static final String FORMAT = "format";

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
  private static final String ENTER = "/enter";
  private static final String ALIVE = "/alive";
  private static final int MOST_THREADS = 24;
  private static final int LONGEST_FORM = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Place place;
  private final Guard guard;
  private final Assets assets;
  private final Contents contents;
  private final PageDesk desk;
  private final LiveStream live;

  private ConsoleServer(
      HttpServer server, ExecutorService threads, Place place, Contents contents, Assets assets) {
    this.server = server;
    this.threads = threads;
    this.place = place;
    this.contents = contents;
    this.guard = new Guard(place, server.getAddress().getPort());
    this.assets = assets;
    this.live = new LiveStream(contents.live());
    Frame frame = new Frame(contents.pages(), assets, contents.view().times(), place.isOpen());
    this.desk = new PageDesk(contents, frame, new HeavyGate(InstantSource.system()));
  }

  /**
   * Serves from now on.
   *
   * @throws IOException when the port cannot be had
   */
  public static ConsoleServer start(Place place, Contents contents) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(place.bind(), place.port()), 0);
    AtomicLong number = new AtomicLong();
    ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            work -> thread(work, number.incrementAndGet()));
    ConsoleServer started = new ConsoleServer(server, threads, place, contents, Assets.read());
    server.createContext("/", started::answer);
    server.setExecutor(threads);
    server.start();
    return started;
  }

  private static Thread thread(Runnable work, long number) {
    Thread thread = new Thread(work, "console-" + number);
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it is, for whoever is on this machine. */
  public String url() {
    return "http://" + place.host() + ":" + port() + "/";
  }

  /** Where somebody who follows it with the token in it may ask for runs from then on. */
  public String invitation(String token) {
    return url() + ENTER.substring(1) + "?token=" + token;
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      Reply.harden(exchange);
      admit(exchange);
    } catch (IOException e) {
      LOG.debug("a browser went away", e);
    } catch (RuntimeException e) {
      LOG.error("the console could not answer {}", exchange.getRequestURI().getPath(), e);
    }
  }

  private void admit(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = String.valueOf(uri.getPath());
    boolean reads = exchange.getRequestMethod().matches("GET|HEAD");
    if (!guard.isMeant(exchange.getRequestHeaders())) {
      Reply.text(
          exchange,
          421,
          "the console is told to this machine alone, as 127.0.0.1 or localhost with its port");
    } else if (path.equals(ALIVE) && reads) {
      Reply.text(exchange, 200, "alive");
    } else if (path.startsWith(Assets.FOLDER) && reads) {
      String version = parameters(uri).fold(e -> "", all -> all.get("v").getOrElse(""));
      assets.send(exchange, path.substring(Assets.FOLDER.length()), version);
    } else if (path.equals(ENTER) && reads) {
      enter(exchange, parameters(uri).getOrElse(LinkedHashMap.empty()));
    } else if (!guard.mayRead(exchange.getRequestHeaders())) {
      desk.refuse(
          exchange,
          403,
          "this console can be reached from other machines, so that it needs its token for reading"
              + " too: follow the link that it showed when it started");
    } else if (reads) {
      read(exchange, path, parameters(uri));
    } else if (exchange.getRequestMethod().equals("POST")) {
      ask(exchange, path);
    } else {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD, POST");
      Reply.text(exchange, 405, "the console is read with GET and asked with POST");
    }
  }

  private static Either<String, LinkedHashMap<String, String>> parameters(URI uri) {
    return Parameters.of(uri.getRawQuery());
  }

  /** The token in the link becomes a cookie, and the address is clean again. */
  private void enter(HttpExchange exchange, LinkedHashMap<String, String> parameters)
      throws IOException {
    if (parameters.get("token").exists(guard::isToken)) {
      exchange.getResponseHeaders().set("Set-Cookie", guard.cookie());
      Reply.elsewhere(exchange, contents.pages().head().path());
    } else {
      desk.refuse(exchange, 403, "that is not this console's token");
    }
  }

  private void read(
      HttpExchange exchange, String path, Either<String, LinkedHashMap<String, String>> parameters)
      throws IOException {
    Option<Extra> extra = contents.extras().find(one -> one.path().equals(path));
    if (path.equals(Live.PATH)) {
      live.tell(exchange);
    } else if (extra.isDefined()) {
      Reply.send(exchange, 200, extra.get().mediaType(), extra.get().bytes().get());
    } else if (parameters.isLeft()) {
      desk.refuse(exchange, 400, parameters.getLeft());
    } else {
      boolean mayAsk = guard.isKnown(exchange.getRequestHeaders());
      desk.show(exchange, path, parameters.get(), mayAsk);
    }
  }

  private void ask(HttpExchange exchange, String path) throws IOException {
    byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
    Either<String, LinkedHashMap<String, String>> fields = Parameters.of(new String(form, UTF_8));
    if (!path.equals(Asking.PATH) && !path.equals(PageDesk.CANCEL)) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      desk.refuse(exchange, 405, "nothing can be sent to " + path);
    } else if (!guard.isOfOurOwn(exchange.getRequestHeaders())) {
      desk.refuse(exchange, 403, "what another site has sent is not done");
    } else if (path.equals(PageDesk.CANCEL)) {
      desk.cancel(exchange);
    } else if (!guard.isKnown(exchange.getRequestHeaders())) {
      desk.refuse(
          exchange,
          403,
          "asking for a run needs the console's token: follow the link that it showed when it"
              + " started");
    } else if (form.length > LONGEST_FORM || fields.isLeft()) {
      desk.refuse(exchange, 400, fields.fold(problem -> problem, all -> "the form is too long"));
    } else {
      desk.reply(exchange, contents.asking().ask(fields.get()));
    }
  }

  /** Ends at once; an answer under way gets lost. Idempotent. */
  @Override
  public void close() {
    live.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
