package io.orderlake.benchmarks.program;

import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.up.Worker;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scrapes metrics every five seconds, as Prometheus does, and keeps what they said. */
public final class Scraper implements AutoCloseable {
  /** Between the beginnings of two scrapes. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/metrics");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Worker worker;
  private List<Scrape> scrapes = List.empty();

  /**
   * What was said.
   *
   * @param begun before it was asked for
   * @param ended when it was there
   * @param text as Prometheus reads it
   */
  public record Scrape(Instant begun, Instant ended, String text) {
    /** The value of a sample; none when it is missing. */
    public Option<Double> value(String sample) {
      return Option.ofOptional(
              text.lines().filter(line -> line.startsWith(sample + " ")).findFirst())
          .map(line -> Double.parseDouble(line.substring(sample.length() + 1)));
    }
  }

  private Scraper(URI url) {
    this.request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
    this.worker = Worker.start("scraper", this::keep, stopped::countDown);
  }

  /**
   * Scrapes from now on.
   *
   * @param line that a program has said, and in which the address stands
   */
  public static Scraper of(Program.Line line) {
    Matcher url = URL.matcher(line.text());
    if (!url.find()) {
      throw new BenchFailure("no address of metrics in: " + line.text());
    }
    return new Scraper(URI.create(url.group()));
  }

  /** Scrapes from now on what a console serves. */
  public static Scraper of(ConsoleProgram console) {
    return new Scraper(console.url().resolve("metrics"));
  }

  private void keep() {
    try {
      do {
        scrape();
      } while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      throw new BenchFailure("metrics cannot be scraped at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void scrape() throws IOException, InterruptedException {
    Instant begun = Instant.now();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new BenchFailure("metrics answer " + answer.statusCode() + ": " + answer.body());
    }
    Scrape scrape = new Scrape(begun, Instant.now(), answer.body());
    synchronized (this) {
      scrapes = scrapes.append(scrape);
    }
    first.countDown();
  }

  /** Waits until metrics have answered once. */
  public void awaitFirst(Duration atMost) throws InterruptedException {
    if (!first.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      worker.throwIfBroken();
      throw new BenchFailure("metrics have not answered within " + atMost);
    }
  }

  /** So far, oldest first. */
  public synchronized List<Scrape> scrapes() {
    worker.throwIfBroken();
    return scrapes;
  }

  @Override
  public void close() throws InterruptedException {
    worker.close();
  }
}
