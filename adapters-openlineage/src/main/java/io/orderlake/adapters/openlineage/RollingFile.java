package io.orderlake.adapters.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.openlineage.client.OpenLineage.DatasetEvent;
import io.openlineage.client.OpenLineage.JobEvent;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.transports.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One event a line, appended. When the next one would not fit, the file becomes {@code NAME.1}, the
 * one that was {@code NAME.1} becomes {@code NAME.2}, and the last is removed.
 */
final class RollingFile extends Transport {
  private final Path file;
  private final long bytes;
  private final int kept;

  /**
   * A file that need not be there yet.
   *
   * @param bytes from which size on it is rolled
   * @param kept how many of the files before it stay
   */
  RollingFile(Path file, long bytes, int kept) {
    this.file = file;
    this.bytes = bytes;
    this.kept = kept;
  }

  @Override
  public void emit(RunEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  @Override
  public void emit(DatasetEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  @Override
  public void emit(JobEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  private void append(String json) {
    byte[] line = (json + "\n").getBytes(UTF_8);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) + line.length > bytes) {
        roll();
      }
      Files.write(file, line, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write lineage to " + file + ": " + e, e);
    }
  }

  private void roll() throws IOException {
    for (int number = kept; number > 1; number--) {
      if (Files.exists(numbered(number - 1))) {
        Files.move(numbered(number - 1), numbered(number), REPLACE_EXISTING);
      }
    }
    Files.move(file, numbered(1), REPLACE_EXISTING);
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
