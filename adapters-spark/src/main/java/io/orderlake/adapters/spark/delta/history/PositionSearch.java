package io.orderlake.adapters.spark.delta.history;

import io.orderlake.domain.lake.LakeFailure;
import java.util.List;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Finds a commit by a position that it set, looking from the newest one back. */
record PositionSearch(DeltaLog log) {
  String metadata(String appId, long position) {
    long newest = log.update(false, Option.empty(), Option.empty()).version();
    for (long version = newest; version >= 0; version--) {
      Iterator<Tuple2<Object, Seq<Action>>> commit = log.getChanges(version, version, false);
      if (!commit.hasNext()) {
        break;
      }
      List<Action> actions = JavaConverters.seqAsJavaList(commit.next()._2());
      if (actions.stream().anyMatch(action -> sets(action, appId, position))) {
        return AddedCommits.metadata(actions);
      }
    }
    throw LakeFailure.lasting(
        "the log of %s holds no commit that set %s to %s: restore the table from a backup"
            .formatted(log.dataPath(), appId, position));
  }

  private static boolean sets(Action action, String appId, long position) {
    return action instanceof SetTransaction txn
        && txn.appId().equals(appId)
        && txn.version() == position;
  }
}
