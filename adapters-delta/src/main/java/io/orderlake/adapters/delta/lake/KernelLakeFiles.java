package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.StructType;
import io.orderlake.domain.lake.LakeFiles;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;
import org.apache.hadoop.fs.Path;

/** Files out of the tables' logs. */
public final class KernelLakeFiles implements LakeFiles {
  private static final WantedColumns NONE = WantedColumns.of(new StructType());

  private final KernelLake lake;

  public KernelLakeFiles(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public Seq<StoredFile> files(TableId table, long version) {
    return lake.table(table)
        .files(version, NONE)
        .map(file -> new StoredFile(address(file.path()), file.bytes()));
  }

  /** A disk's by its path, a bucket's by the name that others than Hadoop know. */
  private static String address(String path) {
    Path parsed = new Path(path);
    return "file".equals(parsed.toUri().getScheme()) || parsed.toUri().getScheme() == null
        ? parsed.toUri().getPath()
        : path.replaceFirst("^s3a:", "s3:");
  }
}
