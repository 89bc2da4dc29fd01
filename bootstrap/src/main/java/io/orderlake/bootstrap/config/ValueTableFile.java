package io.orderlake.bootstrap.config;

import io.orderlake.adapters.filesystem.feed.StreamFeedSource;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.source.ValueTable;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A value table in a file: CSV with a header, in whose first column stand the values that records
 * hold, and in the second what they mean.
 */
final class ValueTableFile {
  private ValueTableFile() {}

  /** The table; or what is wrong with the file, as a sentence goes on after its name. */
  static Either<String, ValueTable> read(Path file) {
    String name = String.valueOf(file.getFileName());
    return StreamFeedSource.file(file, Option.none())
        .table(FeedPart.WHOLE, TableLayout.UNKNOWN)
        .mapLeft(problem -> "cannot be read: " + problem)
        .flatMap(
            table -> {
              try (table) {
                return values(table).map(values -> new ValueTable(name, values));
              }
            });
  }

  private static Either<String, Map<String, String>> values(FeedTable table) {
    if (table.columns().size() != 2) {
      return Either.left(
          "has "
              + table.columns().size()
              + " columns ("
              + table.columns().mkString(", ")
              + "); a table has two: what records hold, and what it means");
    }
    Map<String, String> values = new HashMap<>();
    while (true) {
      Either<String, Option<FeedRow>> next = table.next();
      if (next.isLeft()) {
        return Either.left("cannot be read: " + next.getLeft());
      }
      if (next.get().isEmpty()) {
        return values.isEmpty() ? Either.left("has no rows") : Either.right(values);
      }
      FeedRow row = next.get().get();
      String key = cell(row, 0);
      String value = cell(row, 1);
      if (key.isEmpty() || value.isEmpty()) {
        return Either.left("has a blank cell in " + row.place());
      }
      if (values.size() == ValueTable.MOST) {
        return Either.left("has more than " + ValueTable.MOST + " rows, which is no small table");
      }
      String before = values.putIfAbsent(key, value);
      if (before != null && !before.equals(value)) {
        return Either.left("says two things of '" + key + "', the second in " + row.place());
      }
    }
  }

  private static String cell(FeedRow row, int number) {
    return number < row.cells().size() ? CellText.clean(row.cells().get(number)) : "";
  }
}
