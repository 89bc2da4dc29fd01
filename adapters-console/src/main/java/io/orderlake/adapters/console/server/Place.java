package io.orderlake.adapters.console.server;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Where the console is served.
 *
 * @param bind the address that it listens at
 * @param port 0 for any that is free
 * @param token shows that somebody may ask; never logged
 */
public record Place(InetAddress bind, int port, String token) {
  /** Others than this machine's users may reach it. */
  public boolean isOpen() {
    return !bind.isLoopbackAddress();
  }

  /** By what name whoever is on this machine reaches it. */
  String host() {
    if (bind.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    return bind instanceof Inet6Address ? "[" + bind.getHostAddress() + "]" : bind.getHostAddress();
  }

  @Override
  public String toString() {
    return "Place[bind=" + bind.getHostAddress() + ", port=" + port + "]";
  }
}
