package io.orderlake.adapters.filesystem.lake;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Gold tables that lie in a lake's directory, be they declared or not. */
public final class StoredGold {
  private StoredGold() {}

  /**
   * Looks; by name.
   *
   * @param lake the lake's directory
   * @throws LakeFailure when it cannot be looked into
   */
  public static Seq<TableId> in(Path lake) {
    Path gold = lake.resolve("gold");
    if (!Files.isDirectory(gold)) {
      return List.empty();
    }
    try (DirectoryStream<Path> tables =
        Files.newDirectoryStream(gold, table -> Files.isDirectory(table.resolve("_delta_log")))) {
      return List.ofAll(tables)
          .map(table -> TableId.gold(String.valueOf(table.getFileName())))
          .sorted();
    } catch (IOException e) {
      throw LakeFailure.of("cannot look into " + gold + ": " + e, e);
    }
  }
}
