package io.orderlake.bootstrap.wiring;

import io.orderlake.application.correct.ChangeLake;
import io.orderlake.application.run.RunnerHeartbeat;
import io.orderlake.application.run.RunnerListener;
import io.orderlake.application.run.RunnerPorts;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes runners, with Spark warm and all tables open. */
public final class Runners {
  /** Linux's; other systems set a variable, if anything. */
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private final RunnerPorts ports;
  private final List<LakehouseJob> jobs;
  private final InstantSource clock;
  private final LakeRegister register;
  private final LakehouseConfig config;
  private final ControlPlane control;

  @Inject
  Runners(
      RunnerPorts ports,
      List<LakehouseJob> jobs,
      InstantSource clock,
      LakeRegister register,
      LakehouseConfig config,
      ControlPlane control) {
    this.control = control;
    this.register = register;
    this.config = config;
    this.ports = ports;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** A runner that is not serving yet. */
  public ServeTriggers serving(RunnerListener listener) {
    return new ServeTriggers(
        ports, jobs, clock, who(), listener, epoch -> change().finish(changing(), epoch));
  }

  /**
   * Changes the lake to the properties of the configuration, unless a runner is active.
   *
   * @param present the lake's properties as they are known
   * @return none when there is one
   */
  public Option<Either<RunFailure, RunOutcome>> changeLake(LakeProperties present) {
    for (LeaderLock.Held held : leaderLock()) {
      try (held;
          RunnerHeartbeat shown = new RunnerHeartbeat(held, who(), clock, new Logged())) {
        return Option.some(change().change(changing(), held.epoch(), present));
      }
    }
    return Option.none();
  }

  /** Tries for as long as somebody who was killed may be taken for an active runner. */
  private Option<LeaderLock.Held> leaderLock() {
    long end = System.nanoTime() + control.silence().multipliedBy(2).toNanos();
    Option<LeaderLock.Held> held = tried();
    try {
      while (held.isEmpty() && System.nanoTime() - end < 0) {
        TimeUnit.SECONDS.sleep(1);
        held = tried();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return held;
  }

  private Option<LeaderLock.Held> tried() {
    return ports.leaderLock().tryTake(ports.versions().latest().epoch());
  }

  private ChangeLake change() {
    LakeProperties properties =
        new LakeProperties(config.reportingZone(), config.rules().currency());
    return new ChangeLake(register, ports.versions(), job(JobName.REBUILD), properties);
  }

  private RunId changing() {
    return new RunId("change-" + clock.instant().toEpochMilli());
  }

  /**
   * A job for whoever runs it without a trigger; the lake must have no runner meanwhile.
   *
   * @throws IllegalArgumentException when there is no job of that name
   */
  public LakehouseJob job(JobName name) {
    return jobs.find(job -> job.name() == name)
        .getOrElseThrow(() -> new IllegalArgumentException("there is no job " + name));
  }

  private static String who() {
    return ProcessHandle.current().pid() + "@" + host();
  }

  /** For people to recognise, from the system itself: no network need know it. */
  private static String host() {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException e) {
      return System.getenv().getOrDefault("HOSTNAME", "localhost");
    }
  }

  /** Of whoever does a runner's work without serving. */
  private static final class Logged implements RunnerListener {
    private static final Logger LOG = LoggerFactory.getLogger(Runners.class);

    @Override
    public void standingBy() {}

    @Override
    public void recorded(JournalEvent event) {}

    @Override
    public void trouble(String what, Throwable cause) {
      LOG.warn(what, cause);
    }
  }
}
