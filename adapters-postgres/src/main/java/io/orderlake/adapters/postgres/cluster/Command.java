package io.orderlake.adapters.postgres.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A program that ends soon. */
final class Command {
  private Command() {}

  /**
   * Waits for its end.
   *
   * @throws ClusterFailure when it cannot be started, or fails
   */
  static void run(List<String> words) {
    String unused = said(words);
  }

  /**
   * What it says.
   *
   * @throws ClusterFailure when it cannot be started, or fails
   */
  static String said(List<String> words) {
    try {
      Process process =
          new ProcessBuilder(words.asJava())
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      try (InputStream said = process.getInputStream()) {
        String text = new String(said.readAllBytes(), UTF_8);
        int code = process.waitFor();
        if (code != 0) {
          throw new ClusterFailure(words.head() + " failed: " + text.strip());
        }
        return text;
      }
    } catch (IOException e) {
      throw new ClusterFailure(words.head() + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterFailure(words.head() + " was not waited for: told to stop", e);
    }
  }
}
