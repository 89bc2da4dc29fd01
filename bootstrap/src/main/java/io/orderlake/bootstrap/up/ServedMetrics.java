package io.orderlake.bootstrap.up;

import io.orderlake.adapters.metrics.MetricsServer;
import io.orderlake.application.metrics.Scrape;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.metric.Metric;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics at an address of this machine, and a look around each second, so that the age of what is
 * not counted yet is known when somebody asks, and what takes long to read was read.
 */
public final class ServedMetrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedMetrics.class);
  private static final long BETWEEN_SAMPLES = 1;

  private final ShowMetrics metrics;
  private final Troubles troubles;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final MetricsServer server;
  private final Worker sampling;

  private ServedMetrics(int port, ShowMetrics metrics, Troubles troubles) throws IOException {
    this.metrics = metrics;
    this.troubles = troubles;
    this.server = MetricsServer.start(port, this::scrape);
    readAtOnce();
    this.sampling = Worker.start("metrics-samples", this::sample, stopped::countDown);
  }

  /**
   * Serves from now on.
   *
   * @param port 0 for any that is free
   * @param troubles told of what cannot be read, and when it can be again
   * @throws Unavailable when the port cannot be had
   */
  public static ServedMetrics at(int port, ShowMetrics metrics, Troubles troubles) {
    try {
      return new ServedMetrics(port, metrics, troubles);
    } catch (IOException e) {
      throw new Unavailable(
          "cannot serve metrics at 127.0.0.1:"
              + port
              + " ("
              + e.getMessage()
              + "); name another port with the setting metrics.port, 0 for any that is free");
    }
  }

  /**
   * Serves beside others of this process, who tell what troubles them themselves: what cannot be
   * read goes into the log alone. At any free port where the usual one is taken and nobody has
   * chosen it.
   *
   * @param wanted has a port
   */
  public static ServedMetrics beside(LakehouseConfig.Metrics wanted, ShowMetrics metrics) {
    Troubles troubles = new Troubles(LOG::warn);
    try {
      return new ServedMetrics(wanted.port().get(), metrics, troubles);
    } catch (IOException taken) {
      return at(wanted.isChosen() ? wanted.port().get() : 0, metrics, troubles);
    }
  }

  /** Where they are. */
  public String url() {
    return server.url();
  }

  private Seq<Metric> scrape() {
    Scrape scrape = metrics.now();
    metrics
        .collectors()
        .forEach(
            collector ->
                scrape
                    .failed()
                    .get(collector)
                    .peek(why -> missing(collector, String.valueOf(why.getMessage())))
                    .onEmpty(() -> troubles.over(collector, "metrics: " + collector + " again")));
    return scrape.metrics();
  }

  private void missing(String collector, String why) {
    troubles.met(collector, why, "metrics: " + collector + " is missing: " + why);
  }

  /** What later looks need not read again; nobody waits for its end. */
  private void readAtOnce() {
    Thread first = new Thread(metrics::now, "metrics-first");
    first.setDaemon(true);
    first.start();
  }

  private void sample() {
    try {
      while (!stopped.await(BETWEEN_SAMPLES, TimeUnit.SECONDS)) {
        metrics.sample();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Throws what broke it, if anything did. */
  public void throwIfBroken() {
    sampling.throwIfBroken();
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    sampling.close();
  }
}
