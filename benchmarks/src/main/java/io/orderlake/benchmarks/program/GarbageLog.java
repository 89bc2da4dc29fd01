package io.orderlake.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java's log of its garbage collections. */
public final class GarbageLog {
  private static final Pattern PAUSE =
      Pattern.compile("Pause (Full|Young).* ([0-9]+)M->([0-9]+)M\\(([0-9]+)M\\)");

  private GarbageLog() {}

  /** The option that makes Java write it. */
  public static String option(Path file) {
    return "-Xlog:gc,gc+init:file=" + file + "::filecount=0";
  }

  /** The greatest heap that Java may take, as Java says it. */
  public static String heap(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.contains("Heap Max Capacity:"))
        .map(line -> line.replaceAll(".*Capacity: *", ""))
        .findFirst()
        .orElse("unknown size");
  }

  /** How much of the heap was left in use after collections, at most. */
  public static String told(Path file) throws IOException {
    long afterAny = 0;
    long afterFull = 0;
    int full = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        long after = Long.parseLong(pause.group(3));
        afterAny = Math.max(afterAny, after);
        if (pause.group(1).equals("Full")) {
          afterFull = Math.max(afterFull, after);
          full++;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "heap in use after a collection at most %,d MiB, after the %s full ones at most %,d MiB",
        afterAny,
        full,
        afterFull);
  }
}
