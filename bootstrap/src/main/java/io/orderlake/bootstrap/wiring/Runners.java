package io.orderlake.bootstrap.wiring;

import io.orderlake.application.run.RunnerListener;
import io.orderlake.application.run.RunnerPorts;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.domain.run.LakehouseJob;
import io.vavr.collection.List;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;

/** Makes runners, with Spark warm and all tables open. */
public final class Runners {
  private final RunnerPorts ports;
  private final List<LakehouseJob> jobs;
  private final InstantSource clock;

  @Inject
  Runners(RunnerPorts ports, List<LakehouseJob> jobs, InstantSource clock) {
    this.ports = ports;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** A runner that is not serving yet. */
  public ServeTriggers serving(RunnerListener listener) {
    return new ServeTriggers(ports, jobs, clock, who(), listener);
  }

  /**
   * A job for whoever runs it without a trigger; the lake must have no runner meanwhile.
   *
   * @throws IllegalArgumentException when there is no job of that name
   */
  public LakehouseJob job(String name) {
    return jobs.find(job -> job.name().equals(name))
        .getOrElseThrow(() -> new IllegalArgumentException("there is no job " + name));
  }

  private static String who() {
    return ProcessHandle.current().pid() + "@" + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
