package io.orderlake.adapters.spark.delta;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A file of a range that a job reads.
 *
 * @param number its place in the range, from 0
 * @param file where it lies
 */
public record FilePart(int number, WrittenFile file) implements Serializable {

  /** Some files for one task. */
  public record Group(ArrayList<FilePart> parts) implements Serializable {
    private long bytes() {
      return parts.stream().mapToLong(part -> part.file.bytes()).sum();
    }
  }

  public static List<FilePart> of(List<WrittenFile> files) {
    List<FilePart> parts = new ArrayList<>();
    for (WrittenFile file : files) {
      parts.add(new FilePart(parts.size(), file));
    }
    return parts;
  }

  /** Spreads the files over tasks of about one size, the largest file first. */
  public static List<Group> groups(List<FilePart> parts, int tasks) {
    PriorityQueue<Group> groups = new PriorityQueue<>(Comparator.comparingLong(Group::bytes));
    for (int i = 0; i < Math.min(tasks, parts.size()); i++) {
      groups.add(new Group(new ArrayList<>()));
    }
    List<FilePart> largestFirst = new ArrayList<>(parts);
    largestFirst.sort(Comparator.comparingLong((FilePart part) -> part.file.bytes()).reversed());
    for (FilePart part : largestFirst) {
      Group least = groups.remove();
      least.parts.add(part);
      groups.add(least);
    }
    groups.forEach(group -> group.parts.sort(Comparator.comparingInt(FilePart::number)));
    return List.copyOf(groups);
  }
}
