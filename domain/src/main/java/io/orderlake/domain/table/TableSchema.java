package io.orderlake.domain.table;

import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is to know of a table without looking at it.
 *
 * @param id which table
 * @param rows what a row is
 * @param columns all but the partition column, in the order in which a new table has them
 * @param partition the one column that files are partitioned by; it comes last
 * @param positions what its commits carry beside rows
 */
public record TableSchema(
    TableId id, String rows, List<Column> columns, Column partition, List<Position> positions) {
  public TableSchema {
    columns = List.copyOf(columns);
    positions = List.copyOf(positions);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name()) || column.name().equals(partition.name())) {
        throw new IllegalArgumentException(id + " has two columns " + column.name());
      }
    }
  }

  /** The table whose commits its own follow, read up to the position that they carry. */
  public Option<TableId> upstream() {
    return id.upstream();
  }

  /** The layout with all of the columns. */
  public LayoutVersion layout() {
    return new LayoutVersion(columns.stream().mapToInt(Column::since).max().orElse(1));
  }

  /** All columns, the partition column last. */
  public List<Column> all() {
    return Stream.concat(columns.stream(), Stream.of(partition)).toList();
  }

  /**
   * Some of the columns, in the order of the names.
   *
   * @throws IllegalArgumentException when there is none of a name
   */
  public List<Column> columns(String... names) {
    return Stream.of(names).map(name -> columns.get(ordinal(name))).toList();
  }

  /**
   * Where the column lies in a row of {@link #columns()}, from 0.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public int ordinal(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s has no column %s".formatted(id, name));
  }
}
