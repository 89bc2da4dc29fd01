package io.orderlake.adapters.filesystem.lake;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.lake.OldestKeptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The oldest lake version that can still be read, as a file. */
final class OldestKept {
  private static final int SIZE_LIMIT = 1 << 10;

  private final Path directory;
  private final Path file;

  OldestKept(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("oldest-kept.json");
  }

  long read() {
    try {
      return OldestKeptJson.read(DurableFiles.read(file, SIZE_LIMIT));
    } catch (NoSuchFileException e) {
      return OldestKeptJson.FIRST;
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the file %s is damaged: %s; restore it from a backup".formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read %s: %s".formatted(file, e), e);
    }
  }

  void raise(long number) {
    if (number <= read()) {
      return;
    }
    try {
      Files.createDirectories(directory);
      DurableFiles.put(directory, file, OldestKeptJson.write(number));
    } catch (IOException e) {
      throw LakeFailure.of("cannot write %s: %s".formatted(file, e), e);
    }
  }
}
