package io.orderlake.adapters.spark.silver.rebuild;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.silver.QuarantineLayout;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverRebuilds;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds or makes the tables that a rebuild fills. Their logs lie in a directory below {@code
 * rebuild}, which is named by the rules and by how often the tables were replaced before.
 */
public record SparkRebuilds(Place place, LakeTable bronze, SilverPair present)
    implements SilverRebuilds {
  @Override
  public SilverRebuild open(String ruleSet) {
    present.finish();
    return Failures.during("preparing a rebuild of Silver", () -> goOn(ruleSet));
  }

  /** Goes on with what is there if it can be gone on with; everything else below is removed. */
  private SparkRebuild goOn(String ruleSet) throws IOException {
    String all = place.lakeRoot() + "/rebuild";
    long replacement = present.silver().position(SilverPair.REPLACEMENT) + 1;
    String root = all + "/" + replacement + "-" + ContentHash.of(ruleSet);
    removeOthers(new Path(all), new Path(root));
    long position = present.silver().position(SilverLayout.UPSTREAM_POSITION);
    BronzeBySequence reading = new BronzeBySequence(bronze, position);
    SilverPair built = tables(root);
    if (!canGoOn(built, reading)) {
      removeLogs(place, root);
      built = tables(root);
    }
    return new SparkRebuild(place, bronze, present, built, reading, root, ruleSet);
  }

  private void removeOthers(Path all, Path root) throws IOException {
    FileSystem store = all.getFileSystem(place.spark().sessionState().newHadoopConf());
    if (store.exists(all)) {
      for (FileStatus directory : store.listStatus(all)) {
        if (!directory.getPath().getName().equals(root.getName())) {
          removeLogs(place, directory.getPath().toString());
        }
      }
    }
  }

  static void removeLogs(Place place, String root) {
    LakeTable.removeLogs(place.spark(), root, List.of(TableId.SILVER_ORDERS, TableId.QUARANTINE));
  }

  private SilverPair tables(String root) {
    return new SilverPair(
        LakeTable.beside(place.spark(), root, place.lakeRoot(), SilverLayout.LAYOUT),
        LakeTable.beside(place.spark(), root, place.lakeRoot(), QuarantineLayout.LAYOUT));
  }

  /** Not when Bronze's files were joined across the place, or a vacuum took what nobody named. */
  private static boolean canGoOn(SilverPair built, BronzeBySequence reading) {
    built.finish();
    long position = built.silver().position(SilverLayout.UPSTREAM_POSITION);
    return reading.canGoOnAfter(position)
        && built.silver().hasAllFiles()
        && built.quarantine().hasAllFiles();
  }
}
