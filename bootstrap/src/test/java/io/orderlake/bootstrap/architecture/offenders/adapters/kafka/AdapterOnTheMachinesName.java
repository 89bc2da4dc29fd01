package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Breaks: nobody asks for the machine's name. */
public final class AdapterOnTheMachinesName {
  private AdapterOnTheMachinesName() {}

  public static String name() throws UnknownHostException {
    return InetAddress.getLocalHost().getHostName();
  }
}
