package io.orderlake.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The child's arguments.
 *
 * @param dir where the node keeps its data; created when absent
 * @param port of the clients' listener
 * @param controllerPort of the controller's listener
 */
record BrokerOptions(Path dir, int port, int controllerPort) {
  private static final Set<String> NAMES = Set.of("--dir", "--port", "--controller-port");
  private static final String USAGE =
      "; expected --dir DIR [--port N] [--controller-port N], where port 0 means a free one";

  /**
   * Reads {@code --dir DIR --port N --controller-port N}; a port that is 0 or missing becomes a
   * free one.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static BrokerOptions parse(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw new IllegalArgumentException("unknown argument '" + args[i] + "'" + USAGE);
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " has no value" + USAGE);
      }
      given.put(args[i], args[i + 1]);
    }
    String dir = given.get("--dir");
    if (dir == null) {
      throw new IllegalArgumentException("--dir is missing" + USAGE);
    }
    int port = port(given, "--port");
    int controllerPort = port(given, "--controller-port");
    try (ServerSocket first = reserve(port);
        ServerSocket second = reserve(controllerPort)) {
      return new BrokerOptions(Path.of(dir), first.getLocalPort(), second.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("closing a port that was just tried", e);
    }
  }

  private static int port(Map<String, String> given, String name) {
    String text = given.getOrDefault(name, "0");
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException(
          name + " must be a whole number from 0 to 65535, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static ServerSocket reserve(int port) {
    if (port == 0) {
      return reserveAny();
    }
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "port "
              + port
              + " on "
              + BrokerSettings.HOST
              + " cannot be used: "
              + e.getMessage()
              + PortHolder.of(port)
              + "; stop what uses it, or choose another one",
          e);
    }
  }

  /**
   * A port that stays free until the broker takes it: one that the system gives out by itself may
   * be a connection's by then.
   */
  private static ServerSocket reserveAny() {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
      try {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
      } catch (IOException taken) {
        // another one, then
      }
    }
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "no port of " + BrokerSettings.HOST + " can be used: " + e.getMessage(), e);
    }
  }
}
