package io.orderlake.adapters.objectstore.stores;

import io.orderlake.adapters.objectstore.gcs.GcsFileSystem;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.nio.file.Path;

/**
 * What Hadoop is told of a store. Everybody in a process has to say the same: Hadoop keeps one
 * client for each bucket, with the settings of whoever came first.
 */
public final class StoreSettings {
  private static final Map<String, String> CHOSEN =
      HashMap.of(
          // an object that stands for a directory costs two requests for each file below it
          "fs.s3a.directory.marker.retention",
          "keep",
          // a store that is not there is said to be so in half a minute, not in ten
          "fs.s3a.attempts.maximum",
          "4",
          "fs.s3a.retry.limit",
          "4",
          "fs.s3a.connection.establish.timeout",
          "5000",
          "fs.s3a.connection.timeout",
          "60000",
          "fs.gs.impl",
          GcsFileSystem.class.getName(),
          "fs.gs.http.max.retry",
          "4",
          "fs.gs.implicit.dir.repair.enable",
          "false",
          // asks for a file and for a folder of its name at once, and leaves one of the answers
          "fs.gs.status.parallel.enable",
          "false");

  private StoreSettings() {}

  /**
   * All of them.
   *
   * @param asked by their names, e.g. {@code fs.s3a.endpoint}; win over what is chosen here
   * @param scratch a local directory for what is on its way to the store
   */
  public static Map<String, String> of(Map<String, String> asked, Path scratch) {
    return CHOSEN
        .put("fs.s3a.buffer.dir", scratch.resolve("uploads").toString())
        .merge(asked, (chosen, said) -> said);
  }
}
