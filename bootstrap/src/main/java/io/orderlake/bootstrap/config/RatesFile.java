package io.orderlake.bootstrap.config;

import io.orderlake.adapters.filesystem.feed.StreamFeedSource;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A table of rates in a file: CSV with the columns date, currency and rate, in any order. */
final class RatesFile {
  private static final List<String> COLUMNS = List.of("date", "currency", "rate");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** More problems than that are one, said often. */
  private static final int SHOWN = 20;

  private final FeedTable table;
  private final String to;
  private final List<Integer> places;
  private final ArrayList<DatedRate> rates = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private final ArrayList<String> problems = new ArrayList<>();
  private long unshown;

  private RatesFile(FeedTable table, String to) {
    this.table = table;
    this.to = to;
    List<String> names = table.columns().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.places = COLUMNS.map(names::indexOf);
  }

  /**
   * The rates; or all that is wrong with the file, each as a sentence goes on after its name.
   *
   * @param to the currency that is converted to
   */
  static Either<List<String>, List<DatedRate>> read(Path file, String to) {
    return StreamFeedSource.file(file, Option.none())
        .table(FeedPart.WHOLE, TableLayout.UNKNOWN.expecting(HashSet.ofAll(COLUMNS)))
        .mapLeft(problem -> List.of("cannot be read: " + problem))
        .flatMap(
            table -> {
              try (table) {
                return new RatesFile(table, to).read();
              }
            });
  }

  private Either<List<String>, List<DatedRate>> read() {
    if (table.columns().size() != COLUMNS.size() || places.exists(place -> place < 0)) {
      return Either.left(
          List.of(
              "has the columns "
                  + table.columns().mkString(", ")
                  + "; a table of rates has three: "
                  + COLUMNS.mkString(", ")));
    }
    for (boolean goesOn = true; goesOn; ) {
      goesOn = next();
    }
    if (rates.isEmpty() && problems.isEmpty()) {
      problem("has no rates; write a line for each day and currency, or take the file out");
    }
    return problems.isEmpty() ? Either.right(List.ofAll(rates)) : Either.left(shown());
  }

  private boolean next() {
    Either<String, Option<FeedRow>> next = table.next();
    if (next.isLeft()) {
      problem("cannot be read: " + next.getLeft());
      return false;
    }
    if (next.get().isDefined() && rates.size() == Rates.MOST) {
      problem("has more than " + Rates.MOST + " rates; leave out days that no event is of");
      return false;
    }
    next.get().forEach(this::row);
    return next.get().isDefined();
  }

  private void row(FeedRow row) {
    String date = cell(row, 0);
    String currency = cell(row, 1);
    String rate = cell(row, 2);
    Either<String, LocalDate> day = day(date);
    Either<String, BigDecimal> value = rate(rate);
    List<String> wrong =
        List.of(day.swap().toOption(), currency(currency), value.swap().toOption())
            .flatMap(problem -> problem);
    if (row.cells().size() != COLUMNS.size()) {
      problem(row, "has " + row.cells().size() + " cells, not " + COLUMNS.mkString(", "));
    } else if (wrong.nonEmpty()) {
      wrong.forEach(problem -> problem(row, problem));
    } else {
      add(row, new DatedRate(day.get(), currency, value.get()));
    }
  }

  private void add(FeedRow row, DatedRate rate) {
    Long before = lines.putIfAbsent(rate.currency() + rate.day(), row.line());
    if (before == null) {
      rates.add(rate);
    } else {
      problem(
          row,
          "a second rate of "
              + rate.currency()
              + " on "
              + rate.day()
              + "; the first is in line "
              + before
              + ", keep one of them");
    }
  }

  private static Either<String, LocalDate> day(String text) {
    try {
      if (DAY.matcher(text).matches() && !text.startsWith("0000")) {
        return Either.right(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      // told below, as of any other text
    }
    return Either.left("date '" + text + "' is no day of the calendar; expected e.g. 2026-11-20");
  }

  private Option<String> currency(String code) {
    return code.equals(to)
        ? Option.some(
            "currency " + to + " is the one converted to, always worth 1; take the line out")
        : Currencies.problem(code);
  }

  private static Either<String, BigDecimal> rate(String text) {
    return Amount.parseDecimal(text)
        .mapLeft(problem -> "rate '" + text + "' " + problem + "; expected e.g. 0.92345")
        .flatMap(
            rate ->
                DatedRate.problem(rate)
                    .map(Either::<String, BigDecimal>left)
                    .getOrElse(() -> Either.right(rate)));
  }

  private String cell(FeedRow row, int column) {
    int place = places.get(column);
    return place < row.cells().size() ? CellText.clean(row.cells().get(place)) : "";
  }

  private void problem(FeedRow row, String sentence) {
    problem("line " + row.line() + ": " + sentence);
  }

  private void problem(String sentence) {
    if (problems.size() < SHOWN) {
      problems.add(sentence);
    } else {
      unshown++;
    }
  }

  private List<String> shown() {
    return List.ofAll(problems)
        .appendAll(Option.when(unshown > 0, () -> "and " + unshown + " problems more"));
  }
}
