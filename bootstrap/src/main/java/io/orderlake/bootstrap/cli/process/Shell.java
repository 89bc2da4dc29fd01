package io.orderlake.bootstrap.cli.process;

import io.orderlake.bootstrap.config.HomeDirectory;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What surrounds the program.
 *
 * @param screen where it speaks
 * @param in standard input
 * @param home the project's directory
 * @param working the directory it was called in; relative paths on the command line start here
 * @param environment the environment variables; empty ones are left out
 */
public record Shell(
    Screen screen, InputStream in, Path home, Path working, Map<String, String> environment) {

  /** A variable that is empty is not set: Compose passes {@code X=${X:-}}. */
  public Shell {
    environment = environment.filterValues(text -> !text.isEmpty());
  }

  /** The process's own; the launcher says where the project lies. */
  public static Shell ofProcess() {
    Path working = Path.of("").toAbsolutePath();
    String home = System.getProperty("orderlake.home");
    return new Shell(
        Screen.ofProcess(),
        System.in,
        home == null ? working : Path.of(home),
        working,
        HashMap.ofAll(System.getenv()));
  }

  /** The program that started this one; its role {@code airflow} needs no Java. */
  public Path launcher() {
    return home.resolve("orderlake");
  }

  /** The build output of the embedded broker's module; the launcher says where its own lies. */
  public Path brokerBuild() {
    String launched = System.getProperty("orderlake.broker");
    return launched == null
        ? home.resolve("adapters-kafka").resolve("embedded-broker").resolve("target")
        : Path.of(launched);
  }

  /** What a role that runs until it is stopped shows to whoever watches the process. */
  public Heartbeat heartbeat() {
    return Heartbeat.of(environment, InstantSource.system());
  }

  /** A path of the command line; a shell leaves the ~ of {@code --data=~/lake} as it is. */
  public Path resolve(Path path) {
    return working.resolve(HomeDirectory.in(path)).normalize();
  }
}
