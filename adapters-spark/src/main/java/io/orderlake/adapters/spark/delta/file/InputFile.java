package io.orderlake.adapters.spark.delta.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A data file that a job reads, as it travels to the job's tasks.
 *
 * @param number its place among those that the job reads, from 0
 * @param file without its statistics, which stay on the driver
 */
public record InputFile(int number, DataFile file) implements Serializable {
  /** The files, numbered in their order. */
  public static List<InputFile> of(List<DataFile> files) {
    List<InputFile> inputs = new ArrayList<>();
    for (DataFile file : files) {
      inputs.add(new InputFile(inputs.size(), file.withoutStatistics()));
    }
    return inputs;
  }
}
