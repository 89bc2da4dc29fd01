package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.DataFileRef;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A Bronze file of a range.
 *
 * @param number its place in the range, from 0
 * @param file where it lies
 */
record BronzePart(int number, DataFileRef file) implements Serializable {

  /** Some files for one task. */
  record Group(ArrayList<BronzePart> parts) implements Serializable {
    private long bytes() {
      return parts.stream().mapToLong(part -> part.file.bytes()).sum();
    }
  }

  static List<BronzePart> of(List<DataFileRef> files) {
    List<BronzePart> parts = new ArrayList<>();
    for (DataFileRef file : files) {
      parts.add(new BronzePart(parts.size(), file));
    }
    return parts;
  }

  /** Spreads the files over tasks of about one size, the largest file first. */
  static List<Group> groups(List<BronzePart> parts, int tasks) {
    PriorityQueue<Group> groups = new PriorityQueue<>(Comparator.comparingLong(Group::bytes));
    for (int i = 0; i < Math.min(tasks, parts.size()); i++) {
      groups.add(new Group(new ArrayList<>()));
    }
    List<BronzePart> largestFirst = new ArrayList<>(parts);
    largestFirst.sort(Comparator.comparingLong((BronzePart part) -> part.file.bytes()).reversed());
    for (BronzePart part : largestFirst) {
      Group least = groups.remove();
      least.parts.add(part);
      groups.add(least);
    }
    groups.forEach(group -> group.parts.sort(Comparator.comparingInt(BronzePart::number)));
    return List.copyOf(groups);
  }
}
