package io.orderlake.adapters.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What executors say of the lake, with tasks of a session in this process. */
class ClusterCheckTest {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @TempDir private java.nio.file.Path lake;

  /** This disk under another scheme, as tasks see it. */
  public abstract static class SeenByTasks extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create(getClass().getSimpleName() + ":///");
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      Path onDisk = new Path(path.toUri().getPath());
      return TaskContext.get() == null
          ? FileSystem.getLocal(getConf()).listStatus(onDisk)
          : listInTask(onDisk);
    }

    abstract FileStatus[] listInTask(Path onDisk) throws IOException;
  }

  /** As the driver sees it. */
  public static final class Shared extends SeenByTasks {
    @Override
    FileStatus[] listInTask(Path onDisk) throws IOException {
      return FileSystem.getLocal(getConf()).listStatus(onDisk);
    }
  }

  /** A store that the driver reaches and executors do not. */
  public static final class Near extends SeenByTasks {
    @Override
    FileStatus[] listInTask(Path onDisk) throws IOException {
      throw new ConnectException("Connection refused");
    }
  }

  /** One in which executors find nothing. */
  public static final class Own extends SeenByTasks {
    @Override
    FileStatus[] listInTask(Path onDisk) {
      return new FileStatus[0];
    }
  }

  private void look(Class<? extends SeenByTasks> store) throws IOException {
    SparkSession spark = TestSpark.session();
    String scheme = store.getSimpleName();
    spark.sparkContext().hadoopConfiguration().set("fs." + scheme + ".impl", store.getName());
    Files.writeString(lake.resolve("lake.json"), "{}");
    ClusterCheck.ofExecutors(spark, scheme + "://" + lake, PATIENCE);
  }

  @Test
  void executors_that_see_the_lake_say_nothing() throws IOException {
    look(Shared.class);
    assertThat(lake).isDirectoryContaining("glob:**lake.json");
  }

  @Test
  void a_store_that_executors_cannot_reach_may_be_reached_later() {
    assertThatThrownBy(() -> look(Near.class))
        .isInstanceOfSatisfying(
            LakeFailure.class,
            failure -> assertThat(failure.failureCause()).isEqualTo(FailureCause.UNREACHABLE))
        .hasMessageMatching("the executor on \\S+ cannot look at Near://.*: Connection refused");
  }

  @Test
  void a_lake_that_executors_do_not_see_is_in_the_wrong_place() {
    assertThatThrownBy(() -> look(Own.class))
        .isInstanceOfSatisfying(
            LakeFailure.class,
            failure -> assertThat(failure.failureCause()).isEqualTo(FailureCause.MISCONFIGURED))
        .hasMessageContaining("does not see the lake in Own://");
  }
}
