package io.orderlake.adapters.spark.delta.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Spreads input files over tasks, which read their rows with {@link DataFileReader}.
 *
 * @param recordsPerTask below this a further task costs more than it saves
 */
public record FileTasks(SparkSession spark, long recordsPerTask) {
  /**
   * Records of a task where nobody can say how many cores there will be: executors of a cluster
   * come and go.
   */
  private static final long ON_ANY_CLUSTER = 250_000;

  /** Some files for one task. */
  private record Group(ArrayList<InputFile> files) implements Serializable {
    private long bytes() {
      return files.stream().mapToLong(input -> input.file().bytes()).sum();
    }
  }

  /** How many tasks that many records are worth, at least one. */
  public int worth(long records) {
    SparkContext context = spark.sparkContext();
    return worth(records, recordsPerTask, context.defaultParallelism(), context.isLocal());
  }

  static int worth(long records, long recordsPerTask, long cores, boolean isLocal) {
    long most = isLocal ? cores : Math.max(cores, records / ON_ANY_CLUSTER);
    return (int) Math.max(1, Math.min(most, records / recordsPerTask));
  }

  /** The files, in as many tasks as their records are worth; each task's in their order. */
  public JavaRDD<InputFile> over(List<InputFile> files) {
    return over(files, worth(files.stream().mapToLong(input -> input.file().records()).sum()));
  }

  /** The files, in that many tasks or one for each file; each task's in their order. */
  public JavaRDD<InputFile> over(List<InputFile> files, int tasks) {
    return each(spark, groups(files, tasks)).flatMap(group -> group.files.iterator());
  }

  /** A task for each of the items. */
  public static <T> JavaRDD<T> each(SparkSession spark, List<T> items) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(items, items.size());
  }

  /** Groups of about one size, the largest file first. */
  private static List<Group> groups(List<InputFile> files, int tasks) {
    PriorityQueue<Group> groups = new PriorityQueue<>(Comparator.comparingLong(Group::bytes));
    for (int i = 0; i < Math.min(tasks, files.size()); i++) {
      groups.add(new Group(new ArrayList<>()));
    }
    List<InputFile> largestFirst = new ArrayList<>(files);
    largestFirst.sort(
        Comparator.comparingLong((InputFile input) -> input.file().bytes()).reversed());
    for (InputFile input : largestFirst) {
      Group least = groups.remove();
      least.files.add(input);
      groups.add(least);
    }
    groups.forEach(group -> group.files.sort(Comparator.comparingInt(InputFile::number)));
    return List.copyOf(groups);
  }
}
