package io.orderlake.benchmarks.measure;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What Linux tells of a process under {@code /proc}; elsewhere nothing is known.
 *
 * @param directory the process's
 */
public record ProcessFiles(Path directory) {
  private static final String PEAK = "VmHWM:";

  /** Fields of {@code stat} after the command's name, which may hold spaces: proc(5). */
  private static final int UTIME = 11;

  private static final int STIME = 12;

  private static final int CUTIME = 13;

  private static final int CSTIME = 14;

  /** A clock tick of the kernel's accounting; USER_HZ is 100 on every Linux that Java runs on. */
  private static final Duration TICK = Duration.ofMillis(10);

  public static ProcessFiles of(long pid) {
    return new ProcessFiles(Path.of("/proc", Long.toString(pid)));
  }

  static ProcessFiles ofThisProcess() {
    return of(ProcessHandle.current().pid());
  }

  /** Lets the greatest resident size begin anew at the present one, where the kernel permits it. */
  public void resetPeak() {
    try {
      Files.writeString(directory.resolve("clear_refs"), "5");
    } catch (IOException e) {
      return; // then it is the greatest since the process began
    }
  }

  /** The greatest resident size in bytes. */
  public Option<Long> peak() {
    return read("status").flatMap(ProcessFiles::peakIn);
  }

  static Option<Long> peakIn(String status) {
    return Option.ofOptional(status.lines().filter(line -> line.startsWith(PEAK)).findFirst())
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
  }

  /** CPU time of the process so far, of the program that it runs and not of its children. */
  public Option<Duration> cpu() {
    return read("stat").map(stat -> ticks(stat, UTIME, STIME));
  }

  /** CPU time of all children that have ended and been waited for, with their own children. */
  Option<Duration> endedChildrenCpu() {
    return read("stat").map(ProcessFiles::endedChildrenCpuIn);
  }

  static Duration endedChildrenCpuIn(String stat) {
    return ticks(stat, CUTIME, CSTIME);
  }

  private static Duration ticks(String stat, int user, int system) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return TICK.multipliedBy(Long.parseLong(fields[user]) + Long.parseLong(fields[system]));
  }

  private Option<String> read(String file) {
    try {
      return Option.of(Files.readString(directory.resolve(file)));
    } catch (IOException e) {
      return Option.none(); // no Linux, or the process has ended
    }
  }
}
