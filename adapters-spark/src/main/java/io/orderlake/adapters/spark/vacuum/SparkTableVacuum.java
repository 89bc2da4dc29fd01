package io.orderlake.adapters.spark.vacuum;

import io.orderlake.adapters.spark.delta.TableVersions;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.Vacuumed;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Vacuum of Delta tables. A file is needed when the oldest version to stay or the newest one names
 * it; what versions between them name as well was written after the oldest was committed, so its
 * age keeps it. No commit is read one by one, however many there are. What is to go is listed
 * before anything goes.
 */
public final class SparkTableVacuum implements TableVacuum {
  private final SparkSession spark;
  private final String lakeRoot;

  /**
   * Opens nothing yet.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   */
  public SparkTableVacuum(SparkSession spark, String lakeRoot) {
    this.spark = spark;
    this.lakeRoot = lakeRoot;
  }

  @Override
  public Vacuumed unneeded(TableId id, TableRetention stays) {
    return vacuum(id, stays, false);
  }

  @Override
  public Vacuumed vacuum(TableId id, TableRetention stays) {
    return vacuum(id, stays, true);
  }

  private Vacuumed vacuum(TableId id, TableRetention stays, boolean remove) {
    return Failures.during(
        "vacuuming " + id,
        () -> {
          TableVersions versions = TableVersions.of(spark, lakeRoot, id);
          return versions.newest() < stays.since()
              ? Vacuumed.NOTHING
              : vacuum(versions, stays, remove);
        });
  }

  private static Vacuumed vacuum(TableVersions versions, TableRetention stays, boolean remove)
      throws IOException {
    if (remove) {
      versions.leaveLogToVacuum();
    }
    // a version that the log no longer gives cannot be read by anybody
    TableVersions.Version oldest = versions.at(Math.max(stays.since(), versions.oldest()));
    // listed after the newest version was looked at: what comes later is too young to go
    Set<String> live = versions.at(versions.newest()).files();
    Set<String> named = new HashSet<>(live);
    named.addAll(oldest.files());
    StoredFiles files =
        StoredFiles.list(
            versions.store(),
            versions.root(),
            new StoredFiles.Needed(named, live, stays.agedBefore(oldest.committed())));
    requireWhole(versions, files.missing());
    OldLog log = OldLog.list(versions.store(), versions.logRoot(), oldest.checkpoint());
    if (remove) {
      files.remove();
      log.remove();
    }
    return files.unneeded().plus(new Vacuumed(0, 0, log.count()));
  }

  private static void requireWhole(TableVersions versions, Set<String> missing) {
    if (!missing.isEmpty()) {
      throw LakeFailure.lasting(
          "%s files that the newest version of %s names are missing, e.g. %s; nothing was removed. Restore them from a backup."
              .formatted(missing.size(), versions.root(), missing.iterator().next()));
    }
  }
}
