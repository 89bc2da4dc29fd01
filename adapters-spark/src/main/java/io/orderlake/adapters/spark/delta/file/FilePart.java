package io.orderlake.adapters.spark.delta.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a range that a job reads.
 *
 * @param number its place in the range, from 0
 * @param file where it lies; its statistics do not travel
 */
public record FilePart(int number, WrittenFile file) implements Serializable {
  public static List<FilePart> of(List<WrittenFile> files) {
    List<FilePart> parts = new ArrayList<>();
    for (WrittenFile file : files) {
      parts.add(new FilePart(parts.size(), file.withoutStatistics()));
    }
    return parts;
  }
}
