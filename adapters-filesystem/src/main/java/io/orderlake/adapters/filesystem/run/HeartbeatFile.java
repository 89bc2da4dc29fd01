package io.orderlake.adapters.filesystem.run;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.HeartbeatJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The runner's heartbeat: whole at any time, but not forced to the disk. */
final class HeartbeatFile {
  private static final int SIZE_LIMIT = 64 * 1024;

  private HeartbeatFile() {}

  static void write(Path tmp, Path file, LeaderHeartbeat heartbeat) throws IOException {
    Path written = tmp.resolve(".heartbeat-" + heartbeat.epoch());
    Files.write(written, HeartbeatJson.write(heartbeat));
    Files.move(written, file, ATOMIC_MOVE);
  }

  static Option<LeaderHeartbeat> read(Path file) {
    try {
      return Option.some(HeartbeatJson.read(DurableFiles.read(file, SIZE_LIMIT)));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the runner's heartbeat %s is damaged: %s; delete it, an active runner writes it anew"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the runner's heartbeat " + file + ": " + e, e);
    }
  }
}
