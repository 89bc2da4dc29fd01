package io.orderlake.bootstrap.up;

import io.orderlake.adapters.console.flow.FlowWatch;
import io.orderlake.adapters.console.server.ConsoleServer;
import io.orderlake.adapters.console.server.Contents;
import io.orderlake.adapters.console.server.Place;
import io.orderlake.adapters.filesystem.run.ConsoleToken;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Unavailable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The console at an address of this machine, and a look each few seconds for what it shows. */
public final class ServedConsole implements AutoCloseable {
  private static final long BETWEEN_SAMPLES = 1;
  private static final int SAMPLES_PER_LOOK = 5;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ConsoleServer server;
  private final ConsoleToken token;
  private final Worker looking;

  private ServedConsole(int port, LakehouseConfig config, Lakehouse lake, boolean samples)
      throws IOException {
    this.token = ConsoleToken.of(config.data());
    this.server =
        ConsoleServer.start(
            new Place(config.console().bind(), port, token.text()), lake.get(Contents.class));
    this.looking = Worker.start("console-looks", () -> look(lake, samples), stopped::countDown);
  }

  /**
   * Serves from now on, at that port alone.
   *
   * @param port 0 for any that is free
   * @throws Unavailable when the port cannot be had
   */
  public static ServedConsole at(int port, LakehouseConfig config, Lakehouse lake) {
    return at(port, config, lake, true);
  }

  private static ServedConsole at(
      int port, LakehouseConfig config, Lakehouse lake, boolean samples) {
    try {
      return new ServedConsole(port, config, lake, samples);
    } catch (IOException e) {
      throw new Unavailable(
          "cannot serve the console at "
              + config.console().bind().getHostAddress()
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); name another port with the setting console.port, 0 for any that is free");
    }
  }

  /**
   * Serves beside others of this process, who sample metrics where these are served; at any free
   * port where the usual one is taken and nobody has chosen it.
   *
   * @param config has a port for it
   */
  public static ServedConsole beside(LakehouseConfig config, Lakehouse lake) {
    int port = config.console().port().get();
    boolean samples = config.metrics().port().isEmpty();
    try {
      return new ServedConsole(port, config, lake, samples);
    } catch (IOException taken) {
      return at(config.console().isChosen() ? port : 0, config, lake, samples);
    }
  }

  /** Where it is. */
  public String url() {
    return server.url();
  }

  /**
   * How somebody may ask for runs.
   *
   * @param isWatched a person reads it, and it goes into no log: then the token is in it
   */
  public String invitation(boolean isWatched) {
    return "to ask for runs in the console, open "
        + (isWatched
            ? server.invitation(token.text())
            : server.invitation("TOKEN") + " with what " + token.file() + " holds for TOKEN");
  }

  /**
   * Looks for what moves.
   *
   * @param samples whether nobody else of this process samples the metrics
   */
  private void look(Lakehouse lake, boolean samples) {
    ShowMetrics metrics = lake.get(ShowMetrics.class);
    FlowWatch watch = lake.get(FlowWatch.class);
    try {
      for (int second = 0; !stopped.await(BETWEEN_SAMPLES, TimeUnit.SECONDS); second++) {
        if (samples) {
          metrics.sample();
        }
        if (second % SAMPLES_PER_LOOK == 0) {
          watch.look();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Throws what broke it, if anything did. */
  public void throwIfBroken() {
    looking.throwIfBroken();
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    looking.close();
  }
}
