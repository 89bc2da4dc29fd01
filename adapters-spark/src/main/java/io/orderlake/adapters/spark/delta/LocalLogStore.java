package io.orderlake.adapters.spark.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a local disk: a commit file is written aside and then linked to its name, which
 * the operating system refuses when the name is taken. So of two processes that commit one version
 * exactly one succeeds; Delta's own store looks first and renames then, which two processes can do
 * at once.
 */
public final class LocalLogStore extends HadoopFileSystemLogStore {
  /** Made by Delta, by name. */
  public LocalLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path aside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(aside, UTF_8)) {
        while (actions.hasNext()) {
          out.write(actions.next());
          out.write('\n');
        }
      }
      if (overwrite) {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createLink(target, aside);
      }
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }
}
