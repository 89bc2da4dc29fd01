package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.adapters.spark.silver.SparkSilverTable.Place;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.silver.ContentHash;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Silver and Quarantine built anew. Their logs lie in a directory below {@code rebuild}, which is
 * named by the rules and by how often the tables were replaced before; their files lie among the
 * present tables' own, where nobody sees them until the replacement names them.
 */
final class SparkRebuild implements SilverRebuild {
  private static final String INDEX = "rebuild-event-ids";

  private final Place place;
  private final SilverPair present;
  private final SilverPair built;
  private final SparkSilverTable anew;
  private final String root;
  private final String ruleSet;

  private SparkRebuild(
      Place place,
      SilverPair present,
      SilverPair built,
      SparkSilverTable anew,
      String root,
      String ruleSet) {
    this.place = place;
    this.present = present;
    this.built = built;
    this.anew = anew;
    this.root = root;
    this.ruleSet = ruleSet;
  }

  /** Goes on with what is there if it can be gone on with; everything else below is removed. */
  static SparkRebuild open(Place place, LakeTable bronze, SilverPair present, String ruleSet)
      throws IOException {
    String all = place.lakeRoot() + "/rebuild";
    long replacement = present.silver().position(SilverPair.REPLACEMENT) + 1;
    String root = all + "/" + replacement + "-" + ContentHash.of(ruleSet);
    removeOthers(place, new Path(all), new Path(root));
    long position = present.silver().position(SilverLayout.UPSTREAM_POSITION);
    BronzeBySequence reading = new BronzeBySequence(bronze, position);
    SilverPair built = tables(place, root);
    if (!canGoOn(built, reading)) {
      removeLogs(place, root);
      built = tables(place, root);
    }
    SparkSilverTable anew = new SparkSilverTable(place, bronze, built, reading, INDEX);
    return new SparkRebuild(place, present, built, anew, root, ruleSet);
  }

  private static void removeOthers(Place place, Path all, Path root) throws IOException {
    FileSystem store = all.getFileSystem(place.spark().sessionState().newHadoopConf());
    if (store.exists(all)) {
      for (FileStatus directory : store.listStatus(all)) {
        if (!directory.getPath().getName().equals(root.getName())) {
          removeLogs(place, directory.getPath().toString());
        }
      }
    }
  }

  private static void removeLogs(Place place, String root) {
    LakeTable.removeLogs(place.spark(), root, List.of(TableId.SILVER_ORDERS, TableId.QUARANTINE));
  }

  private static SilverPair tables(Place place, String root) {
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

  @Override
  public SilverTable anew() {
    return anew;
  }

  @Override
  public void replace() {
    present.commit(change());
    anew.forget();
    removeLogs(place, root);
  }

  /** What is to be committed to the present tables. */
  SilverPair.Change change() {
    if (!anew.unread(1).isEmpty()) {
      throw new IllegalStateException("the new Silver has not read what the present one has");
    }
    RefinementCounts counts = anew.committedSince(Option.none()).asRebuilt(ruleSet);
    long position = present.silver().position(SilverLayout.UPSTREAM_POSITION);
    long replacement = present.silver().position(SilverPair.REPLACEMENT);
    return new SilverPair.Change(
        files(built.silver()),
        files(built.quarantine()),
        true,
        Map.of(SilverLayout.UPSTREAM_POSITION, position, SilverPair.REPLACEMENT, replacement),
        Map.of(SilverLayout.UPSTREAM_POSITION, position, SilverPair.REPLACEMENT, replacement + 1),
        CountsJson.write(counts));
  }

  private static List<WrittenFile> files(LakeTable table) {
    return table.files(file -> true).stream().map(table::written).toList();
  }

  @Override
  public void close() {
    anew.close();
  }
}
