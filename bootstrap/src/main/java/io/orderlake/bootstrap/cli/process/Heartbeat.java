package io.orderlake.bootstrap.cli.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.orderlake.bootstrap.wiring.Unavailable;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows a container's health check that a role works: while it does, a file is written anew every
 * few seconds. The environment variable {@value #VARIABLE} names the file; without it nothing is
 * written. Used by one thread.
 */
public final class Heartbeat {
  static final String VARIABLE = "ORDERLAKE_HEARTBEAT";

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Option<Path> file;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  private Heartbeat(Option<Path> file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  static Heartbeat of(Map<String, String> environment, InstantSource clock) {
    return new Heartbeat(
        environment.get(VARIABLE).filter(name -> !name.isBlank()).map(Path::of), clock);
  }

  /**
   * Beats until there is a wish to stop.
   *
   * @param check throws when the work is broken
   */
  public void until(StopSignal stop, Runnable check) throws InterruptedException {
    while (!stop.await(LOOK)) {
      check.run();
      beat();
    }
  }

  /**
   * To be called often, by whoever knows that all is well.
   *
   * @throws Unavailable when the file cannot be written
   */
  public void beat() {
    if (file.isEmpty() || clock.instant().isBefore(next)) {
      return;
    }
    next = clock.instant().plus(BETWEEN);
    try {
      replace(file.get(), clock.instant() + "\n");
    } catch (IOException e) {
      throw new Unavailable(
          "cannot write the heartbeat to "
              + file.get()
              + " ("
              + e.getMessage()
              + "); make it writable, or unset "
              + VARIABLE);
    }
  }

  /** Whoever reads it meanwhile finds it whole. */
  private static void replace(Path file, String content) throws IOException {
    Path written = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(written, content);
    Files.move(written, file, ATOMIC_MOVE);
  }
}
