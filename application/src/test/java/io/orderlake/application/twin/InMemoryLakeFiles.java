package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.TableId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Names of files that nobody has written, by table and version. */
public final class InMemoryLakeFiles implements LakeFiles {
  private Map<TableId, Vector<Vector<Tuple2<String, StoredFile>>>> tables = HashMap.empty();
  private long number;

  @Override
  public synchronized Seq<StoredFile> files(TableId table, long version) {
    Vector<Vector<Tuple2<String, StoredFile>>> versions = versions(table);
    if (version < 0 || version >= versions.size()) {
      throw LakeFailure.lasting(table + " has no version " + version + " in memory");
    }
    return versions.get((int) version).map(file -> file._2);
  }

  /** Adds a file; the version then. */
  public synchronized long add(TableId table, String partition) {
    StoredFile file = new StoredFile("/%s/%s/%s.parquet".formatted(table, partition, number), 100);
    number++;
    return commit(table, newest(table).append(Tuple.of(partition, file)));
  }

  /** Takes the files of a partition out; the version then. */
  public synchronized long remove(TableId table, String partition) {
    return commit(table, newest(table).reject(file -> file._1.equals(partition)));
  }

  private long commit(TableId table, Vector<Tuple2<String, StoredFile>> files) {
    Vector<Vector<Tuple2<String, StoredFile>>> versions = versions(table);
    tables = tables.put(table, versions.append(files));
    return versions.size();
  }

  private Vector<Tuple2<String, StoredFile>> newest(TableId table) {
    return versions(table).lastOption().getOrElse(Vector::empty);
  }

  private Vector<Vector<Tuple2<String, StoredFile>>> versions(TableId table) {
    return tables.getOrElse(table, Vector.empty());
  }
}
