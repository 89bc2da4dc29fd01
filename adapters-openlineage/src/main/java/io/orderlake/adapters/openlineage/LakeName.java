package io.orderlake.adapters.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import java.util.UUID;

/**
 * How a lake, its jobs and its tables are called in lineage.
 *
 * @param namespace of the jobs
 * @param place the lake's directory, absolute, or its root on a store
 */
public record LakeName(String namespace, String place) {
  private static final String ELSEWHERE = "://";

  /** Whose names the tables' are: the local files', or those of a store's bucket. */
  String tables() {
    int scheme = place.indexOf(ELSEWHERE);
    return scheme < 0 ? "file" : place.substring(0, bucketEnd(scheme)).replaceFirst("^s3a:", "s3:");
  }

  /** A table's name there: its path, which begins with a slash among local files alone. */
  String nameOf(TableId table) {
    int scheme = place.indexOf(ELSEWHERE);
    String path = place + "/" + table.path();
    return scheme < 0 ? path : path.substring(bucketEnd(scheme) + 1);
  }

  private int bucketEnd(int scheme) {
    int end = place.indexOf('/', scheme + ELSEWHERE.length());
    return end < 0 ? place.length() : end;
  }

  /** The run's id in lineage, the same whenever it is asked for; no other lake has it. */
  UUID idOf(RunId run) {
    String name = String.join("\n", namespace, place, run.value());
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
