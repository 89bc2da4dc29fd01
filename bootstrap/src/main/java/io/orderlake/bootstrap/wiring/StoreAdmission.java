package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.objectstore.admission.StoreRace;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URI;

/** Whether the store of a lake keeps what a lake stands on: it is asked, in a race. */
public final class StoreAdmission {
  private StoreAdmission() {}

  /**
   * Runs the race in the lake's own place, and leaves nothing there.
   *
   * @return what stands against the store, as sentences: what, and what to do; none when nothing
   *     does, or the lake is in a directory
   * @throws LakeFailure when the store does not answer, or does not let this user write
   */
  public static Option<List<String>> objection(LakehouseConfig config) {
    return config.store().flatMap(root -> objection(config, root));
  }

  private static Option<List<String>> objection(LakehouseConfig config, String root) {
    try {
      return new StoreRace(
              Stores.open(root, TablePlace.hadoop(config)), Stores.prefix(root) + "check-store/")
          .run()
          .map(
              wrong ->
                  List.of(
                      "the store of %s cannot hold a lake: %s".formatted(root, wrong),
                      "commits of two processes would be lost there: take a store that refuses a"
                          + " conditional put of a key that is taken, as S3 (If-None-Match: *) and"
                          + " Google's do, or a directory (--data DIR)"));
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot try the store of "
              + root
              + ": "
              + e
              + "; check that the bucket exists, the endpoint and the credentials under"
              + " spark.conf.spark.hadoop.fs."
              + URI.create(root).getScheme()
              + ".*",
          e);
    }
  }
}
