package io.orderlake.adapters.spark.silver.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A process that has a store open until its standard input ends. */
final class HoldsIdStore {
  private HoldsIdStore() {}

  static Process start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldsIdStore.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    if (!"open".equals(said.readLine())) {
      throw new IllegalStateException("the store was not opened");
    }
    return process;
  }

  public static void main(String[] arguments) throws Exception {
    IdStore.at(Path.of(arguments[0]));
    System.out.println("open");
    int end = System.in.read();
    System.exit(end + 1);
  }
}
