package io.orderlake.adapters.console.server;

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

  @Override
  public String toString() {
    return "Place[bind=" + bind.getHostAddress() + ", port=" + port + "]";
  }
}
