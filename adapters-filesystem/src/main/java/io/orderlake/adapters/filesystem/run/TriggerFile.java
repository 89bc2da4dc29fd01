package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.RequestJson;
import io.orderlake.protocol.run.TriggerJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what lies in the inbox, trusting nothing about it. */
final class TriggerFile {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerFile.class);

  private TriggerFile() {}

  /** None when it is gone by now, or cannot be read for now and is to be looked at again. */
  static Option<Trigger> read(Path file) {
    String name = String.valueOf(file.getFileName());
    return TriggerJson.runId(name).fold(Option::<Trigger>some, runId -> read(file, name, runId));
  }

  private static Option<Trigger> read(Path file, String name, RunId runId) {
    try {
      return Option.some(new Trigger.WellFormed(request(file, runId)));
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      return Option.some(new Trigger.Malformed(name, Option.some(runId), e.getMessage()));
    } catch (IOException e) {
      if (FailureCause.of(e).isPassing()) {
        LOG.warn("the request {} cannot be read for now; it is looked at again", file, e);
        return Option.none();
      }
      return Option.some(
          new Trigger.Malformed(name, Option.some(runId), "it cannot be read: " + e));
    }
  }

  private static RunRequest request(Path file, RunId runId) throws IOException, MalformedJson {
    BasicFileAttributes kind =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!kind.isRegularFile()) {
      throw new MalformedJson(
          "it is "
              + (kind.isSymbolicLink()
                  ? "a symbolic link"
                  : kind.isDirectory() ? "a directory" : "special")
              + ", not a file");
    }
    return TriggerJson.read(runId, DurableFiles.read(file, RequestJson.SIZE_LIMIT));
  }
}
