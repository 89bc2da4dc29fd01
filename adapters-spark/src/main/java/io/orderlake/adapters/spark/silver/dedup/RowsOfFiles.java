package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Some rows of some files.
 *
 * @param byFile by the file's number, the rows in ascending order
 */
record RowsOfFiles(HashMap<Integer, int[]> byFile) implements Serializable {
  /** What to do with the verdict on a line of a row's record. */
  interface Consumer {
    void accept(int row, Verdict verdict);
  }

  /** The rows of these things. */
  static <T> RowsOfFiles of(Collection<T> things, ToIntFunction<T> file, ToIntFunction<T> row) {
    Map<Integer, TreeSet<Integer>> rows = new HashMap<>();
    for (T thing : things) {
      rows.computeIfAbsent(file.applyAsInt(thing), absent -> new TreeSet<>())
          .add(row.applyAsInt(thing));
    }
    HashMap<Integer, int[]> byFile = new HashMap<>();
    rows.forEach(
        (number, some) -> byFile.put(number, some.stream().mapToInt(Integer::intValue).toArray()));
    return new RowsOfFiles(byFile);
  }

  /** Those of the files that have any of the rows. */
  List<InputFile> holding(List<InputFile> files) {
    return files.stream().filter(file -> byFile.containsKey(file.number())).toList();
  }

  /**
   * Judges the records in these rows of one file.
   *
   * @param records reads records, be it Bronze's or the quarantine's
   * @param consumer shown each verdict
   */
  void judge(DataFileReader records, InputFile file, RecordRefiner refiner, Consumer consumer) {
    Iterator<InternalRow> rows = records.of(file.file());
    int number = -1;
    for (int wanted : byFile.getOrDefault(file.number(), new int[0])) {
      InternalRow row;
      do {
        row = rows.next();
        number++;
      } while (number < wanted);
      for (Verdict verdict : refiner.refine(BronzeRows.record(row)).verdicts()) {
        consumer.accept(wanted, verdict);
      }
    }
  }
}
