package io.orderlake.application.serve;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Whether what is served is the lake's Gold.
 *
 * @param served what the sink says that it holds
 * @param lake that lake version
 * @param newest the number of the newest one
 * @param tables the tables that were compared
 * @param cells how many cells of the lake were compared
 * @param differences in how many cells they differ
 * @param smallest of these the first one, by table and key
 * @param absent tables that the lake version has and the sink does not show
 */
public record ServedVerdict(
    Served served,
    LakeVersion lake,
    long newest,
    Seq<String> tables,
    long cells,
    long differences,
    Option<ServedDifference> smallest,
    Seq<String> absent) {
  /** Whether every cell is shown as the lake has it, and no other. */
  public boolean isIntact() {
    return differences == 0 && absent.isEmpty();
  }
}
