package io.orderlake.adapters.postgres.cluster;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vavr.collection.List;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The server that runs on a cluster, as it wrote it down there.
 *
 * @param pidFile what it wrote
 */
record Postmaster(Path pidFile) {
  static Postmaster of(Path data) {
    return new Postmaster(data.resolve("postmaster.pid"));
  }

  /** Its process, if it runs. */
  Option<ProcessHandle> process() {
    return Try.of(() -> Files.readString(pidFile))
        .toOption()
        .map(text -> text.lines().findFirst().orElse("").strip())
        .filter(line -> line.matches("[0-9]{1,9}"))
        .flatMap(line -> Option.ofOptional(ProcessHandle.of(Long.parseLong(line))))
        .filter(Postmaster::isPostgres);
  }

  /** Its number may be another program's by now. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(name -> name.endsWith("/postgres")).isPresent();
  }

  /** Ends one that has outlived whoever started it, and waits for its end. */
  void endOrphan(Duration patience) {
    Option<ProcessHandle> orphan = process();
    end("-INT");
    orphan.forEach(server -> server.onExit().orTimeout(patience.toSeconds(), SECONDS).join());
  }

  /** Sends it a signal. */
  void end(String signal) {
    process().forEach(server -> Command.run(List.of("kill", signal, Long.toString(server.pid()))));
  }
}
