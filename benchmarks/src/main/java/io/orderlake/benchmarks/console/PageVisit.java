package io.orderlake.benchmarks.console;

import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One page of a console, loaded whole; a heavy one that another is made before is asked for again,
 * as a browser does.
 *
 * @param client keeps its connection
 * @param url of the console, with a slash at its end
 * @param path of the page, without one
 */
record PageVisit(HttpClient client, String url, String path) implements Contestant.Turn {
  private static final long BETWEEN_TRIES = 20;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Override
  public Trial take(int number) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<byte[]> answer = answer();
    while (answer.statusCode() == 503 && System.nanoTime() - start < LONGEST.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
      answer = answer();
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (answer.statusCode() != 200) {
      throw new BenchFailure("the console answered %s at /%s".formatted(answer.statusCode(), path));
    }
    return Trial.of(1, Cost.of(taken)).withFact("bytes", Integer.toString(answer.body().length));
  }

  private HttpResponse<byte[]> answer() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html").build();
    return client.send(request, BodyHandlers.ofByteArray());
  }
}
