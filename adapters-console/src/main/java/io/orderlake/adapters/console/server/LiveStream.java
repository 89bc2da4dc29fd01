package io.orderlake.adapters.console.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.orderlake.adapters.console.page.Live;
import io.orderlake.answers.text.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What moves, as server-sent events: one event a second to each page that listens. It is computed
 * once for all of them, and not at all while nobody listens.
 */
final class LiveStream implements AutoCloseable {
  private static final int MOST_LISTENERS = 12;
  private static final long BETWEEN_MILLISECONDS = 1000;

  private final Live live;
  private final Semaphore free = new Semaphore(MOST_LISTENERS);
  private final CountDownLatch closed = new CountDownLatch(1);
  private byte[] last = new byte[0];
  private long madeAt;

  LiveStream(Live live) {
    this.live = live;
  }

  /** Tells until the browser goes away or the console ends. */
  void tell(HttpExchange exchange) throws IOException {
    if (!free.tryAcquire()) {
      Reply.text(
          exchange, 503, "too many pages listen; this one shows what was when it was loaded");
      return;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      do {
        out.write(event());
        out.flush();
      } while (!closed.await(BETWEEN_MILLISECONDS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private synchronized byte[] event() {
    long now = System.nanoTime();
    if (last.length == 0
        || now - madeAt >= TimeUnit.MILLISECONDS.toNanos(BETWEEN_MILLISECONDS) / 2) {
      last = ("data: " + Json.line(live.now()) + "\n\n").getBytes(UTF_8);
      madeAt = now;
    }
    return last;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
