package io.orderlake.adapters.kafka.reach;

import io.vavr.control.Option;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Whether a name leads to a machine, and whether anything listens there. */
final class Doorstep {
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private Doorstep() {}

  /** What is in the way, if anything; the sentence begins after "which". */
  static Option<Obstacle> obstacle(ServerAddress address) {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(address.host());
    } catch (UnknownHostException e) {
      return Option.some(Obstacle.nowhere("cannot be resolved"));
    }
    Option<Obstacle> first = Option.none();
    for (InetAddress each : found) {
      Option<Obstacle> obstacle = obstacle(new InetSocketAddress(each, address.port()));
      if (obstacle.isEmpty()) {
        return obstacle;
      }
      first = first.orElse(obstacle);
    }
    return first;
  }

  private static Option<Obstacle> obstacle(InetSocketAddress place) {
    try (Socket socket = new Socket()) {
      socket.connect(place, (int) PATIENCE.toMillis());
      return Option.none();
    } catch (SocketTimeoutException e) {
      return Option.some(Obstacle.passing("does not answer within " + PATIENCE.toSeconds() + " s"));
    } catch (ConnectException e) {
      return Option.some(Obstacle.passing("refuses connections: nothing listens there"));
    } catch (IOException e) {
      return Option.some(Obstacle.passing("cannot be reached: " + e.getMessage()));
    }
  }
}
