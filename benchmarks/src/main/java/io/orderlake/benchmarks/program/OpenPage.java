package io.orderlake.benchmarks.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.console.page.Live;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.up.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What a browser does in which the console's first page stays open: it listens to what moves. */
public final class OpenPage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger events = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Worker worker;

  private OpenPage(URI live) {
    this.worker = Worker.start("open page", () -> listen(live), () -> closed.set(true));
  }

  /** Opens the page of a console. */
  public static OpenPage of(ConsoleProgram console) {
    return new OpenPage(console.url().resolve(Live.PATH));
  }

  private void listen(URI live) {
    try {
      URLConnection connection = live.toURL().openConnection();
      connection.setReadTimeout((int) PATIENCE.toMillis());
      try (InputStream stream = connection.getInputStream();
          BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
        for (String line = ""; line != null && !closed.get(); line = lines.readLine()) {
          if (line.startsWith("data:")) {
            events.incrementAndGet();
          }
        }
      }
    } catch (IOException e) {
      throw new BenchFailure("an open page hears nothing any more of " + live, e);
    }
  }

  /** How often it was told how things are. */
  public int events() {
    worker.throwIfBroken();
    return events.get();
  }

  @Override
  public void close() throws InterruptedException {
    worker.close();
  }
}
