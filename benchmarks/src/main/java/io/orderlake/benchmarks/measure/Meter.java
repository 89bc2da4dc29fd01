package io.orderlake.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Measures work. */
public final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Meter() {}

  /** Work that may throw. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /**
   * Work of this process: its CPU time, the compiler's and the garbage collector's included, and
   * its greatest resident size meanwhile.
   */
  public static <E extends Exception> Cost here(Work<E> work) throws E {
    ProcessFiles.ofThisProcess().resetPeak();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Duration spent = Duration.ofNanos(SYSTEM.getProcessCpuTime() - cpu);
    return new Cost(wall, Option.of(spent), ProcessFiles.ofThisProcess().peak());
  }

  /**
   * Work of a child process, from its start to its end. No other child may end meanwhile, because
   * the kernel accounts ended children together.
   *
   * @throws IOException when it ends with another exit code than 0
   */
  public static Cost child(ProcessBuilder command) throws IOException, InterruptedException {
    Option<Duration> before = ProcessFiles.ofThisProcess().endedChildrenCpu();
    long start = System.nanoTime();
    Process child = command.start();
    Option<Long> peak = Option.none();
    try {
      do {
        peak = ProcessFiles.of(child.pid()).peak().orElse(peak);
      } while (!child.waitFor(20, TimeUnit.MILLISECONDS));
    } finally {
      child.destroyForcibly();
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (child.exitValue() != 0) {
      throw new IOException(
          String.join(" ", command.command()) + " ended with exit code " + child.exitValue());
    }
    Option<Duration> after = ProcessFiles.ofThisProcess().endedChildrenCpu();
    return new Cost(wall, before.flatMap(b -> after.map(a -> a.minus(b))), peak);
  }
}
