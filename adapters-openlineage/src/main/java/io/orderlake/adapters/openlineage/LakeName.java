package io.orderlake.adapters.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import java.nio.file.Path;
import java.util.UUID;

/**
 * How a lake, its jobs and its tables are called in lineage.
 *
 * @param namespace of the jobs
 * @param directory the lake's, absolute
 */
public record LakeName(String namespace, Path directory) {
  /** OpenLineage's name for local files. */
  static final String FILES = "file";

  /** A table's name among the local files: its path. */
  String nameOf(TableId table) {
    return directory.resolve(table.path()).toString();
  }

  /** The run's id in lineage, the same whenever it is asked for; no other lake has it. */
  UUID idOf(RunId run) {
    String name = String.join("\n", namespace, directory.toString(), run.value());
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
