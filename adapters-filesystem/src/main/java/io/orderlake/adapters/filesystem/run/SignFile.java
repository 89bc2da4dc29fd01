package io.orderlake.adapters.filesystem.run;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RunnerSign;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.SignJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The runner's sign: whole at any time, but not forced to the disk. */
final class SignFile {
  private static final int SIZE_LIMIT = 64 * 1024;

  private SignFile() {}

  static void write(Path tmp, Path file, RunnerSign sign) throws IOException {
    Path written = tmp.resolve(".sign-" + sign.epoch());
    Files.write(written, SignJson.write(sign));
    Files.move(written, file, ATOMIC_MOVE);
  }

  static Option<RunnerSign> read(Path file) {
    try {
      return Option.some(SignJson.read(DurableFiles.read(file, SIZE_LIMIT)));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the runner's sign %s is damaged: %s; delete it, an active runner writes it anew"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the runner's sign " + file + ": " + e, e);
    }
  }
}
